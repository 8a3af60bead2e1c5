import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

/*
 * One event in a hundred waits for a fifth of a second: more than a store's sync and a hall's network together, and
 * two thirds of what a wait may take before it has to show itself.
 */
export const LOOP_SLOW_MS = 200
const RESOLUTION_MS = 20
const HALF_WINDOW_MS = 5_000

/**
 * How late the event loop comes: the 99th percentile over the last five to ten seconds. Two histograms take turns, so
 * that the older one always has at least half a window. One freeze that is over is not worth a word; many are.
 */
export class LoopWatch {
  #older = newMonitor()
  #younger = newMonitor()
  readonly #turn = setInterval(() => this.#takeTurns(), HALF_WINDOW_MS).unref()

  delayMs(): number {
    // The monitor counts from one of its own beats to the next.
    return Math.max(0, this.#older.percentile(99) / 1e6 - RESOLUTION_MS)
  }

  stop(): void {
    clearInterval(this.#turn)
    this.#older.disable()
    this.#younger.disable()
  }

  #takeTurns(): void {
    this.#older.reset()
    ;[this.#older, this.#younger] = [this.#younger, this.#older]
  }
}

function newMonitor(): IntervalHistogram {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  monitor.enable()
  return monitor
}
