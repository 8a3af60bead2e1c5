/* However far behind: a projector that moves every two seconds still moves. */
const LONGEST_MS = 2_000

/**
 * Runs `beat` at once when all was quiet, and at most once in a window while it is asked for more often: the last asking
 * is always followed by a beat. A beat that takes longer than its window is waited for. When the process is behind (its
 * timers come late), the window grows with it, so that votes come before pictures.
 */
export class Pulse {
  #isAsked = false
  #isBusy = false

  constructor(
    private readonly windowMs: number,
    private readonly beat: () => Promise<void> | void,
    private readonly onError: (error: unknown) => void,
  ) {}

  ask(): void {
    this.#isAsked = true
    if (!this.#isBusy) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isBusy = true
    let windowMs = this.windowMs
    let hasFailed = false
    while (this.#isAsked) {
      this.#isAsked = false
      const began = performance.now()
      const rest = new Promise((resolve) => setTimeout(resolve, windowMs).unref())
      try {
        await this.beat()
        hasFailed = false
      } catch (error) {
        // What could not be said is still to be said; the complaint is made once, not at every attempt.
        if (!hasFailed) this.onError(error)
        hasFailed = true
        this.#isAsked = true
      }
      await rest
      const lateMs = performance.now() - began - windowMs
      windowMs = Math.min(LONGEST_MS, this.windowMs + 4 * Math.max(0, lateMs))
    }
    this.#isBusy = false
  }
}
