import type { Conditions, Health } from '../../shared/protocol/live.ts'
import type { Presence } from './presence.ts'

/** A phone that is looked at now and then comes back within seconds; in half a minute its holder has missed something. */
export const SILENT_AFTER_MS = 30_000
export const TICK_MS = 1_000
const TICKS = SILENT_AFTER_MS / TICK_MS

interface RoomHealthParts {
  presence: Presence
  conditions(): Conditions
  /** whether anybody is there to be told */
  hasConsole(session: string): boolean
  tell(session: string, health: Health): void
}

interface Room {
  /** seats that were taken, when somebody last counted */
  joined: number
  /** seats that this process has never seen a screen of, tick by tick: after a restart, all of them for a moment */
  unseen: number[]
  /** what the consoles were told last */
  told: string
}

/** Tells the consoles of each session how the house and their room do: when it changes, and at most once a second. */
export class RoomHealth {
  readonly #rooms = new Map<string, Room>()
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly parts: RoomHealthParts) {}

  start(): void {
    this.#timer = setInterval(() => this.tick(), TICK_MS).unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  counted(session: string, joined: number): void {
    const room = this.#rooms.get(session) ?? { joined, unseen: [], told: '' }
    room.joined = joined
    this.#rooms.set(session, room)
  }

  /** What a console that comes now is told. */
  of(session: string): Health {
    const health = this.#now(session)
    const room = this.#rooms.get(session)
    if (room?.told === '') room.told = JSON.stringify(health)
    return health
  }

  tick(): void {
    const { presence } = this.parts
    for (const [session, room] of this.#rooms) {
      room.unseen = [...room.unseen, Math.max(0, room.joined - presence.known(session))].slice(-TICKS)
      if (this.parts.hasConsole(session)) {
        const health = this.#now(session)
        const told = JSON.stringify(health)
        if (told !== room.told) this.parts.tell(session, health)
        room.told = told
      } else if (presence.count(session) === 0) {
        this.#rooms.delete(session)
        presence.forget(session)
      } else {
        room.told = ''
      }
    }
  }

  #now(session: string): Health {
    return { ...this.parts.conditions(), silent: this.#silent(session) }
  }

  /** Those who went half a minute ago, and those who have not come in all of the last half minute. */
  #silent(session: string): number {
    const { unseen = [] } = this.#rooms.get(session) ?? {}
    const neverCame = unseen.length < TICKS ? 0 : Math.min(...unseen)
    return this.parts.presence.goneFor(session, SILENT_AFTER_MS) + neverCame
  }
}
