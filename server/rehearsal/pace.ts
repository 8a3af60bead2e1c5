/** The usual pauses of people, in ms: half of them take less. */
export const medianMs = { firstIssue: 9_000, nextIssue: 12_000, ballot: 7_000, secondThought: 8_000 } as const
export type Pause = keyof typeof medianMs

/** Times are for a simulation of this length; a shorter one is played faster, a longer one not slower. */
const UNHURRIED_SECONDS = 120

/**
 * A pause as people make them: log-normal, so that most are quick and a few take their time, never more than four times
 * the median. `hurry` 1 is the pace of a hall, 0 is at once.
 */
export function humanPause(pause: Pause, hurry: number, random: () => number): number {
  const gaussian = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return medianMs[pause] * Math.min(4, Math.exp(0.6 * gaussian)) * hurry
}

export const hurryOf = (seconds: number): number => Math.min(1, seconds / UNHURRIED_SECONDS)

/** Wait before the same message is sent again: 0.5 to 10 s, doubled each time, with jitter. */
export const backOffMs = (attempt: number, random: () => number): number =>
  Math.min(10_000, 500 * 2 ** attempt) * (0.5 + random() / 2)

/** One clock for all residents: when it is stopped, whoever waits goes on at once, and looks at `isStopped`. */
export class Clock {
  isStopped = false
  readonly #waiting = new Map<NodeJS.Timeout, () => void>()

  pause(ms: number): Promise<void> {
    if (this.isStopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer)
        resolve()
      }, ms)
      this.#waiting.set(timer, resolve)
    })
  }

  stop(): void {
    this.isStopped = true
    for (const [timer, resolve] of this.#waiting) {
      clearTimeout(timer)
      resolve()
    }
    this.#waiting.clear()
  }
}
