import type { Dice } from './dice.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * Timers, clock and chance of the code that runs on a simulated host; everybody else (the clients of the real stores,
 * the test runner) keeps the real ones. The answer puts everything back.
 */
export function takeGlobals(scheduler: Scheduler, dice: Dice): () => void {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval }
  const { now: realNow } = Date
  const { random: realRandom } = Math
  const cancels = new WeakMap<object, () => void>()

  const later = (run: () => void, ms: number, isRepeated: boolean): object => {
    const host = scheduler.running
    const timer = { unref: () => timer, ref: () => timer }
    const plan = () => {
      const cancel = scheduler.after(ms, host, 'timer', () => {
        if (isRepeated) plan()
        run()
      })
      cancels.set(timer, cancel)
    }
    plan()
    return timer
  }
  const cancel = (timer: unknown, otherwise: (timer: never) => void) => {
    const planned = typeof timer === 'object' && timer !== null && cancels.get(timer)
    if (planned) planned()
    else otherwise(timer as never)
  }
  const taken = {
    setTimeout: (run: () => void, ms = 0, ...rest: unknown[]) =>
      scheduler.running ? later(run, ms, false) : real.setTimeout(run, ms, ...rest),
    setInterval: (run: () => void, ms = 0, ...rest: unknown[]) =>
      scheduler.running ? later(run, ms, true) : real.setInterval(run, ms, ...rest),
    clearTimeout: (timer: unknown) => cancel(timer, real.clearTimeout),
    clearInterval: (timer: unknown) => cancel(timer, real.clearInterval),
  }
  Object.assign(globalThis, taken)
  Date.now = () => (scheduler.running ? EPOCH + Math.floor(scheduler.now) + scheduler.running.clockMs : realNow())
  Math.random = () => (scheduler.running ? dice.random() : realRandom())
  return () => {
    Object.assign(globalThis, real)
    Date.now = realNow
    Math.random = realRandom
  }
}

/* The afternoon of the example plan's workshop. */
const EPOCH = Date.parse('2016-04-15T14:00:00+09:00')
