import type { Air } from './surroundings.ts'
import type { Host } from './scheduler.ts'

interface Request {
  name: string
  /** on its way, or carried out and not answered */
  state: 'sent' | 'landed'
  isDropped: boolean
  fail: (reason: string) => void
}

interface LineSettings {
  host: Host
  /** the caller gives up after */
  timeoutMs: number
  /** how much more often than elsewhere the host dies at this command */
  riskOf(name: string): number
  /** ends the host's life */
  crash(): void
}

/**
 * The connection of a node to a store. Commands arrive in the order in which they were sent, and answers too; each may
 * be late, lost, carried out and not answered, or the last thing that the node did. When the connection breaks, what was
 * on its way may still arrive, behind anything that is said on the next one.
 */
export class Line {
  readonly #air: Air
  readonly #settings: LineSettings
  readonly #open = new Set<Request>()
  #arrival = 0
  #answer = 0
  #onBack: (() => void) | undefined

  constructor(air: Air, settings: LineSettings) {
    this.#air = air
    this.#settings = settings
  }

  call<T>(name: string, carryOut: () => Promise<T>): Promise<T> {
    const { scheduler, dice, weather, tally } = this.#air
    const { host, timeoutMs } = this.#settings
    return new Promise<T>((resolve, reject) => {
      const close = () => {
        this.#open.delete(request)
        stopWaiting()
      }
      const fail = (reason: string) => {
        close()
        reject(new Error(reason))
      }
      const request: Request = { name, state: 'sent', isDropped: false, fail }
      this.#open.add(request)
      const stopWaiting = scheduler.after(timeoutMs, host, `${name} timed out`, () => {
        tally.add(`store: timed out, ${request.state}`)
        fail('Command timed out')
      })
      if (dice.isHit(weather.storeLost)) return
      const risk = weather.crash * this.#settings.riskOf(name)
      const deathBefore = dice.isHit(risk)
      const deathBehind = dice.isHit(risk)
      const isUnanswered = dice.isHit(weather.answerLost)
      const isCut = dice.isHit(weather.storeCut)

      this.#arrival = Math.max(this.#arrival, scheduler.now + this.#wayMs())
      scheduler.after(this.#arrival - scheduler.now, null, `${name} of ${host.name}`, async () => {
        if (request.isDropped) return
        if (deathBefore && !host.isGone) this.#settings.crash()
        if (request.isDropped) return
        const settle = await carryOut().then(
          (value) => () => resolve(value),
          (error: Error) => () => reject(error),
        )
        request.state = 'landed'
        if (host.isGone || !this.#open.has(request)) tally.add('store: landed with nobody waiting')
        if (deathBehind && !host.isGone) this.#settings.crash()
        if (isCut && !host.isGone) this.cut()
        if (isUnanswered || !this.#open.has(request)) return
        this.#answer = Math.max(this.#answer, scheduler.now + dice.between(0.1, 3))
        scheduler.after(this.#answer - scheduler.now, host, `${name} answered`, () => {
          if (!this.#open.has(request)) return
          close()
          settle()
        })
      })
    })
  }

  /** Told when there is a connection again behind one that broke. */
  onBack(listener: () => void): void {
    this.#onBack = listener
  }

  /** The connection breaks: nobody hears any more of what is under way. */
  cut(): void {
    const { scheduler, tally } = this.#air
    tally.add('store: connection cut')
    const broken = [...this.#open]
    this.#forget()
    scheduler.after(0, this.#settings.host, 'lost its store', () => {
      for (const { fail } of broken) fail('Connection is closed.')
    })
    scheduler.after(50, this.#settings.host, 'has its store back', () => this.#onBack?.())
  }

  /** The host is dead. */
  end(): void {
    for (const { name, state } of this.#open) this.#air.tally.add(`crash: ${name} ${state}`)
    this.#forget()
  }

  #forget(): void {
    const { dice } = this.#air
    for (const request of this.#open) request.isDropped = dice.isHit(0.5)
    this.#open.clear()
    this.#arrival = this.#answer = 0
  }

  #wayMs(): number {
    const { dice, weather } = this.#air
    return dice.isHit(weather.storeLate) ? dice.between(200, 4000) : dice.between(0.1, 5)
  }
}
