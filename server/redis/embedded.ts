import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takePidLock, type PidLock } from '../local/pid-lock.ts'
import { leaveSocketFolder, socketFolder } from '../local/socket-folder.ts'
import type { Log } from '../log.ts'
import { leave } from './leave.ts'
import { ping, untilGone } from './ping.ts'
import { findRedis, type RedisProgram } from './program.ts'

/** How long a start waits for a Redis that somebody else holds and that does not answer. */
const PATIENCE_MS = 15_000

/** The Redis of one data folder: started when there is none, adopted when there is one, there again when it has died. */
export class EmbeddedRedis {
  readonly path: string
  readonly #dataDir: string
  readonly #folder: string
  readonly #log: Log
  readonly #ending = new AbortController()
  #program: RedisProgram | undefined
  #bringing: Promise<void> | undefined
  #watching: Promise<void> | undefined

  constructor(dataDir: string, log: Log) {
    this.#dataDir = dataDir
    this.#folder = join(dataDir, 'redis')
    this.#log = log
    mkdirSync(this.#folder, { recursive: true })
    this.path = join(socketFolder(dataDir), 'redis.sock')
  }

  /** Resolves when it answers. Many may ask at once; one of them brings it. */
  ensure(): Promise<void> {
    this.#bringing ??= this.#bring().finally(() => (this.#bringing = undefined))
    return this.#bringing
  }

  /** From now on its death is noticed by the connection that closes, and mended. */
  watch(): void {
    this.#watching ??= this.#watch()
  }

  /** Call it after the last client has left. A Redis that another process of ours still uses stays. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#watching
    await this.#bringing?.catch(() => undefined)
    await leave(this.path, this.#log)
    leaveSocketFolder(dirname(this.path))
  }

  async #watch(): Promise<void> {
    const { signal } = this.#ending
    for (let delayMs = 0; ;) {
      await untilGone(this.path, signal)
      if (signal.aborted) return
      this.#log.warn('the embedded Redis is gone: starting it again')
      try {
        await this.ensure()
        delayMs = 20
      } catch (error) {
        this.#log.error({ reason: String(error) }, 'the embedded Redis did not start')
        delayMs = Math.min(2000, Math.max(100, delayMs * 2))
      }
      await sleep(delayMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  async #bring(): Promise<void> {
    const program = (this.#program ??= await findRedis(join(this.#folder, 'program'), this.#log))
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      const answer = await ping(this.path)
      if (answer === 'ready') return
      const taken = takePidLock(join(this.#folder, 'redis.lock'))
      if (taken.ok) {
        try {
          // It may have come up between the question and the lock.
          if ((await ping(this.path)) === 'absent') return await this.#start(program, taken.lock)
          taken.lock.release()
        } catch (error) {
          taken.lock.release()
          throw error
        }
      } else if (answer !== 'loading' && performance.now() > deadline) {
        throw new Error(`the Redis of ${this.#folder} does not answer (process ${taken.holder} holds it)`)
      }
      await sleep(20)
    }
  }

  async #start(program: RedisProgram, lock: PidLock): Promise<void> {
    // Whoever tidies up the temp folder may have taken it away.
    socketFolder(this.#dataDir)
    const child = this.#spawn(program)
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`redis-server ended at once: ${this.#lastWords()}`)))
    })
    failed.catch(() => undefined)
    if (child.pid !== undefined) lock.handTo(child.pid)
    const answers = async () => {
      while ((await ping(this.path)) !== 'ready') await sleep(5)
    }
    // Loading a long journal takes as long as it takes: only the end of the process is a failure.
    await Promise.race([answers(), failed])
    child.removeAllListeners()
  }

  #spawn([command, ...before]: RedisProgram): ChildProcess {
    const settings = {
      port: '0',
      unixsocket: this.path,
      unixsocketperm: '700',
      dir: this.#folder,
      appendonly: 'yes',
      appendfsync: 'always',
      save: '',
      'maxmemory-policy': 'noeviction',
      logfile: join(this.#folder, 'redis.log'),
      loglevel: 'warning',
    }
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
    // Detached: Ctrl-C goes to the whole group, and would end Redis before the app has drained.
    const child = spawn(command, [...before, ...args], { detached: true, stdio: 'ignore' })
    child.unref()
    return child
  }

  #lastWords(): string {
    try {
      return readFileSync(join(this.#folder, 'redis.log'), 'utf8').trimEnd().split('\n').at(-1) || 'it said nothing'
    } catch {
      return 'it said nothing'
    }
  }
}
