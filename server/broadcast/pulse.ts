/**
 * Runs `beat` at once when all was quiet, and at most once in a window while it is asked for more often: the last asking
 * is always followed by a beat. A beat that takes longer than its window is waited for.
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
    while (this.#isAsked) {
      this.#isAsked = false
      const rest = new Promise((resolve) => setTimeout(resolve, this.windowMs).unref())
      try {
        await this.beat()
      } catch (error) {
        this.onError(error)
      }
      await rest
    }
    this.#isBusy = false
  }
}
