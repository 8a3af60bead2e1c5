/*
 * A ballot is answered after one sync. A wait of 300 ms has to show itself on a phone; when the store alone takes 200,
 * a resident sees "sending" before "received".
 */
export const STORE_SLOW_MS = 200
/** The middle of so many: one sync behind somebody else's copying is no reason to worry a facilitator. */
const LOOKED_AT = 5

/** What an answer to the probe can be; a probe that rejects had none. */
export type Probe = () => Promise<'ok' | 'full'>

/** How the store answers: the time of a write that goes the way of a ballot. */
export class StoreWatch {
  #recentMs: number[] = []
  #isFull = false
  #isAway = false

  constructor(
    private readonly probe: Probe,
    private readonly onAnswer: (ms: number) => void,
  ) {}

  async look(): Promise<void> {
    const began = performance.now()
    try {
      this.#isFull = (await this.probe()) === 'full'
      this.#isAway = false
      const ms = performance.now() - began
      this.onAnswer(ms)
      this.#recentMs = [...this.#recentMs, ms].slice(-LOOKED_AT)
    } catch {
      this.#isAway = true
      // How it answered before it went says nothing about how it will.
      this.#recentMs = []
    }
  }

  /** the middle of the last answers */
  get latencyMs(): number {
    return this.#recentMs.toSorted((a, b) => a - b)[this.#recentMs.length >> 1] ?? 0
  }

  get condition(): 'fine' | 'slow' | 'full' | 'away' {
    if (this.#isAway) return 'away'
    if (this.#isFull) return 'full'
    return this.latencyMs >= STORE_SLOW_MS ? 'slow' : 'fine'
  }
}
