import type { Air } from './surroundings.ts'
import type { Host } from './scheduler.ts'

/** Between phones and nodes: loses, doubles, delays and so reorders; who is cut off hears nothing and is not heard. */
export class Network {
  readonly #air: Air

  constructor(air: Air) {
    this.#air = air
  }

  /** The answer, or null when none came in time. `handle` runs on the other side, once for each copy that arrives. */
  ask<T>(from: Host, to: Host, what: string, withinMs: number, handle: () => Promise<T>): Promise<T | null> {
    return new Promise((resolve) => {
      const stopWaiting = this.#air.scheduler.after(withinMs, from, `${what}: silence`, () => resolve(null))
      this.#carry(from, to, what, () => {
        void handle().then((answer) =>
          this.#carry(to, from, `${what}: answer`, () => {
            stopWaiting()
            resolve(answer)
          }),
        )
      })
    })
  }

  #carry(from: Host, to: Host, what: string, deliver: () => void): void {
    const { dice, weather, tally } = this.#air
    if (from.isCut || dice.isHit(weather.lost)) return tally.add('network: lost')
    this.#deliver(to, what, dice.isHit(weather.late) ? dice.between(300, 9000) : dice.between(2, 80), deliver)
    if (!dice.isHit(weather.doubled)) return
    tally.add('network: doubled')
    // Some copies come when all is over.
    this.#deliver(to, `${what} (again)`, dice.between(2, dice.isHit(0.3) ? 60_000 : 500), deliver)
  }

  #deliver(to: Host, what: string, ms: number, deliver: () => void): void {
    if (ms > 300) this.#air.tally.add('network: late')
    this.#air.scheduler.after(ms, to, what, () => {
      if (to.isCut) this.#air.tally.add('network: lost')
      else deliver()
    })
  }
}
