/** A whole hall comes from one address: so many of it are let in a second, and the others wait their turn. */
const PER_SECOND = 300
/** Who would have to wait longer is asked to come again: their phone gives up by then. */
const LONGEST_WAIT_MS = 40_000

interface Queue {
  /** when the next one may go in, by the monotonic clock */
  freeAt: number
}

/**
 * Lets newcomers in one after the other, by address: nobody is refused for sharing one. Between two of them the process
 * has time for those who are in already, so that a storm at the door does not keep a vote waiting.
 */
export class Admission {
  readonly #queues = new Map<string, Queue>()
  readonly #betweenMs: number

  constructor(perSecond = PER_SECOND) {
    this.#betweenMs = 1000 / perSecond
  }

  /** Resolves when it is this newcomer's turn; false when that would take too long. */
  async enter(address: string): Promise<boolean> {
    const now = performance.now()
    const queue = this.#queues.get(address) ?? { freeAt: now }
    const turn = Math.max(now, queue.freeAt)
    if (turn - now > LONGEST_WAIT_MS) return false
    queue.freeAt = turn + this.#betweenMs
    this.#queues.set(address, queue)
    if (this.#queues.size > 1000) this.#sweep(now)
    if (turn > now) await new Promise((resolve) => setTimeout(resolve, turn - now))
    return true
  }

  #sweep(now: number): void {
    for (const [address, { freeAt }] of this.#queues) if (freeAt <= now) this.#queues.delete(address)
  }
}
