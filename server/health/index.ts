import { setTimeout as sleep } from 'node:timers/promises'
import type { Conditions } from '../../shared/protocol/live.ts'
import type { Log } from '../log.ts'
import { DISK_FLOOR_BYTES, DiskWatch } from './disk.ts'
import { LOOP_SLOW_MS, LoopWatch } from './loop.ts'
import { memoryBound, memoryCondition } from './memory.ts'
import type { Metrics } from './metrics.ts'
import { StoreWatch, type Probe } from './store.ts'

export { Metrics } from './metrics.ts'

const STORE_EVERY_MS = 1_000
const DISK_EVERY_MS = 2_000

interface HealthParts {
  probe: Probe
  /** where the embedded stores keep what they have; null when all of them are elsewhere: there is nothing to watch then */
  dataDir: string | null
  metrics: Metrics
  log: Log
  /** bytes that must be free for a vote to be opened */
  diskFloor?: number
  /** bytes that this process should stay below */
  memoryBound?: number
}

/** Watches what a vote needs, and says how it is in words that a console has sentences for. */
export class Health {
  readonly #loop = new LoopWatch()
  readonly #store: StoreWatch
  readonly #disk: DiskWatch | null
  readonly #memoryBound: number
  readonly #log: Log
  readonly #ending = new AbortController()
  #said = ''

  constructor({ probe, dataDir, metrics, log, diskFloor = DISK_FLOOR_BYTES, ...rest }: HealthParts) {
    this.#log = log.child({ room: 'health' })
    this.#store = new StoreWatch(probe, (ms) => metrics.storeAnswered(ms))
    this.#disk = dataDir === null ? null : new DiskWatch(dataDir, diskFloor, this.#log)
    this.#memoryBound = rest.memoryBound ?? memoryBound()
    metrics.read(
      'madang_event_loop_delay_seconds',
      '99th percentile of the last five to ten seconds.',
      () => this.#loop.delayMs() / 1000,
    )
    const disk = this.#disk
    if (disk) metrics.read('madang_disk_free_bytes', 'Where the embedded stores are.', () => disk.freeBytes)
  }

  /** Resolves when the disk has been looked at: before that nobody should open a vote. */
  async start(): Promise<void> {
    await this.#disk?.look()
    void this.#repeat(STORE_EVERY_MS, () => this.#store.look())
    if (this.#disk) void this.#repeat(DISK_EVERY_MS, () => this.#disk?.look())
  }

  stop(): void {
    this.#ending.abort()
    this.#loop.stop()
  }

  /** How it is now. */
  conditions(): Conditions {
    const disk = this.#disk?.condition ?? 'elsewhere'
    return {
      loop: this.#loop.delayMs() >= LOOP_SLOW_MS ? 'slow' : 'fine',
      store: this.#store.condition,
      disk,
      memory: memoryCondition(process.memoryUsage.rss(), this.#memoryBound),
      freeMegabytes: disk === 'low' || disk === 'full' ? (this.#disk?.freeMegabytes ?? null) : null,
    }
  }

  /** The figures behind the words, for whoever reads the log. */
  figures() {
    return {
      loopMs: Math.round(this.#loop.delayMs()),
      storeMs: Math.round(this.#store.latencyMs),
      freeMegabytes: this.#disk?.freeMegabytes ?? null,
      rssMegabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    }
  }

  /** Below the floor a vote that is open goes on, closes and is sealed; only a new one is not begun. */
  mayOpenVote(): boolean {
    return this.#disk?.condition !== 'full'
  }

  /** One look after the other, never two at once: a disk or a store that hangs is asked once. */
  async #repeat(everyMs: number, look: () => Promise<void> | undefined): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      await look()
      if (!signal.aborted) this.#note()
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  /** One line when something has changed, not one for each look. */
  #note(): void {
    const { freeMegabytes: _free, ...words } = this.conditions()
    const said = JSON.stringify(words)
    if (said === this.#said) return
    this.#said = said
    if (words.disk === 'full')
      this.#log.warn({ ...words, ...this.figures() }, 'no vote can be opened: the disk is full')
    else this.#log.info({ ...words, ...this.figures() }, 'how the house does')
  }
}
