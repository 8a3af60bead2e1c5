/** Which seats have a screen connected now, and how many: kept in memory, for it is about now. */
export class Presence {
  readonly #sessions = new Map<string, Map<string, number>>()

  came(session: string, seat: string): void {
    const seats = this.#sessions.get(session) ?? new Map<string, number>()
    seats.set(seat, (seats.get(seat) ?? 0) + 1)
    this.#sessions.set(session, seats)
  }

  went(session: string, seat: string): void {
    const seats = this.#sessions.get(session)
    const screens = (seats?.get(seat) ?? 0) - 1
    if (screens > 0) seats?.set(seat, screens)
    else seats?.delete(seat)
    if (seats?.size === 0) this.#sessions.delete(session)
  }

  /** seats with at least one screen */
  count(session: string): number {
    return this.#sessions.get(session)?.size ?? 0
  }

  screens(session: string, seat: string): number {
    return this.#sessions.get(session)?.get(seat) ?? 0
  }
}
