interface Seats {
  /** how many screens each seat has connected now */
  here: Map<string, number>
  /** ms: when the last screen of a seat went; only of seats that have none now */
  gone: Map<string, number>
}

/** Which seats have a screen connected now, and how many: kept in memory, for it is about now. */
export class Presence {
  readonly #sessions = new Map<string, Seats>()

  constructor(private readonly now: () => number = () => performance.now()) {}

  came(session: string, seat: string): void {
    const seats = this.#sessions.get(session) ?? { here: new Map<string, number>(), gone: new Map<string, number>() }
    seats.here.set(seat, (seats.here.get(seat) ?? 0) + 1)
    seats.gone.delete(seat)
    this.#sessions.set(session, seats)
  }

  went(session: string, seat: string): void {
    const seats = this.#sessions.get(session)
    if (!seats) return
    const screens = (seats.here.get(seat) ?? 0) - 1
    if (screens > 0) return void seats.here.set(seat, screens)
    seats.here.delete(seat)
    seats.gone.set(seat, this.now())
  }

  /** seats with at least one screen */
  count(session: string): number {
    return this.#sessions.get(session)?.here.size ?? 0
  }

  screens(session: string, seat: string): number {
    return this.#sessions.get(session)?.here.get(seat) ?? 0
  }

  /** seats with at least one screen, in all sessions */
  get total(): number {
    return [...this.#sessions.values()].reduce((sum, { here }) => sum + here.size, 0)
  }

  /** seats that have had a screen here, whether it is here now or not */
  known(session: string): number {
    return this.count(session) + (this.#sessions.get(session)?.gone.size ?? 0)
  }

  /** seats whose last screen went so long ago, or longer */
  goneFor(session: string, ms: number): number {
    const before = this.now() - ms
    return [...(this.#sessions.get(session)?.gone.values() ?? [])].filter((at) => at <= before).length
  }

  /** Nobody is there any more, nor asks. */
  forget(session: string): void {
    this.#sessions.delete(session)
  }
}
