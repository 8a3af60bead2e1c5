import { setTimeout } from 'node:timers/promises'
import type { Actor } from '../../shared/activities/material.ts'
import type { CastBallot } from '../../shared/activities/vote/commands.ts'
import type { ChannelId, DoorChannel } from '../../shared/base/channels.ts'
import { canonicalJson, sha256Hex } from '../../shared/base/digest.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { DecidedCommand } from '../../shared/session/commands.ts'
import { decide } from '../../shared/session/decide.ts'
import { currentActivity, type Fact, type LiveDefinition } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { RedisClient } from '../redis/connect.ts'
import { Ballots } from './ballots.ts'
import { Doors } from './doors.ts'
import type { StoredAnswer, StoredBallot } from './journal.ts'
import { keys, keysOf } from './keys.ts'
import { prepareScripts } from './scripts.ts'
import { newSecret } from './secrets.ts'
import { LiveSession } from './session.ts'
import { Tickets, type TicketOrder } from './tickets.ts'
import { ToldGroups } from './told-groups.ts'
import { WaysIn, type JoinRequest } from './ways-in.ts'

export { LiveSession } from './session.ts'
export type { StoredAnswer, StoredBallot } from './journal.ts'
export type { JoinRequest } from './ways-in.ts'

/** What happens in a live session, told to whoever asked for it; `facts` is empty when the session was found damaged. */
export interface LiveEvents {
  facts(session: LiveSession, facts: readonly Fact[]): void
  /** somebody took a seat or cast a ballot: how many there are has changed */
  counted(session: LiveSession): void
}

/** `closesAt`, epoch ms: of a door that closes, until when somebody new gets a seat by it */
interface Seated {
  sessionId: string
  seat: string
  title: string
  closesAt?: number
}

export interface LiveParts {
  redis: RedisClient
  log: Log
  /** epoch ms */
  now(): number
  /** whether there is room on the disk for the ballots of one more vote; always, when nobody says */
  mayOpenVote?(): boolean
}

/** The state of all live sessions, in Redis: the only room that writes it. */
export class Live {
  readonly ballots: Ballots
  readonly groups: ToldGroups
  readonly #doors: Doors
  readonly #tickets: Tickets
  readonly #waysIn: WaysIn
  readonly #run: ReturnType<typeof prepareScripts>
  readonly #sessions = new Map<string, Promise<LiveSession | null>>()
  readonly #listeners: Partial<LiveEvents>[] = []
  readonly #parts: LiveParts

  constructor(parts: LiveParts) {
    this.#parts = parts
    this.#run = prepareScripts(parts.redis)
    this.ballots = new Ballots(parts.redis, this.#run)
    this.#doors = new Doors(parts.redis, this.#run)
    this.#tickets = new Tickets(parts.redis, this.#run)
    this.#waysIn = new WaysIn(this.#doors, this.#tickets, () => parts.now())
    this.groups = new ToldGroups({ ...parts, run: this.#run, doors: this.#doors, ballots: this.ballots })
    // A store that was away may come back empty; in a vote that nobody casts in, nobody else would notice.
    parts.redis.on('ready', () => void this.#lookForLosses())
  }

  listen(listener: Partial<LiveEvents>): void {
    this.#listeners.push(listener)
  }

  /** Open the lobby of a session. Opening it again finds it as it is. */
  async open(given: Omit<LiveDefinition, 'code' | 'joinToken'>): Promise<Outcome<{ code: string }>> {
    const known = await this.session(given.sessionId)
    if (known) return ok({ code: known.state.definition.code })
    const definition: LiveDefinition = {
      ...given,
      code: await this.#doors.takeCode(given.sessionId),
      joinToken: newSecret(),
    }
    const { sessionId: id } = definition
    const held = await this.#run('openSession', { frame: keys.frame(id), definition: keys.definition(id) }, [
      newSecret(),
      JSON.stringify(definition),
    ])
    const { code, joinToken } = JSON.parse(String(held)) as LiveDefinition
    await this.#doors.keepJoinToken(joinToken, id)
    await this.#parts.redis.sadd(keys.sessions, id)
    this.#sessions.delete(id)
    return ok({ code })
  }

  /** The session as this process holds it, read from the store when it is asked for first; null when there is none. */
  session(id: string): Promise<LiveSession | null> {
    const held = this.#sessions.get(id)
    if (held) return held
    const loading = LiveSession.load(
      {
        redis: this.#parts.redis,
        run: this.#run,
        log: this.#parts.log,
        onFacts: (...told) => this.#tellFacts(...told),
      },
      id,
    )
    this.#sessions.set(id, loading)
    loading.then(
      (session) => session ?? this.#sessions.delete(id),
      () => this.#sessions.delete(id),
    )
    return loading
  }

  /** Ids of all sessions that are not finished with. */
  unfinished(): Promise<string[]> {
    return this.#parts.redis.smembers(keys.sessions)
  }

  /**
   * Take a seat by code, by the token of the QR code or of a door, by a ticket, or as somebody whom `served` vouches for.
   * The seat's own token is made by the phone: sent again, it is the same seat. Refuses `code_unknown`, `ticket_unknown`,
   * `ticket_used`, `ticket_void`, `ticket_needed`, `door_closed`, `joining_locked`, `session_full`, `damaged`, `busy` (the
   * store does not answer).
   */
  async join(request: JoinRequest): Promise<Outcome<Seated>> {
    try {
      const way = await this.#waysIn.find(request)
      const session = way && (await this.session(way.sessionId))
      if (!session) return refuse(request.ticket === undefined ? 'code_unknown' : 'ticket_unknown')
      const seat = await this.#waysIn.takeSeat(session, request.seat, way)
      if (!seat.ok) return seat
      this.#tellCounted(session)
      const { title } = session.state.definition
      return ok({ sessionId: session.id, seat: seat.value, title, ...(way.closesAt && { closesAt: way.closesAt }) })
    } catch (error) {
      this.#parts.log.warn({ reason: (error as Error).message }, 'a seat could not be given')
      return refuse('busy')
    }
  }

  /** Open a door of its own for many people. Refuses `session_not_live`. */
  async openDoor(
    sessionId: string,
    token: string,
    channel: DoorChannel,
    closesAt: number | null,
  ): Promise<Outcome<null>> {
    const session = await this.#living(sessionId)
    if (!session.ok) return session
    await this.#doors.keepDoor(token, sessionId, channel, closesAt)
    return ok(null)
  }

  /** See `Tickets.create`. Refuses `session_not_live`. */
  async createTickets(sessionId: string, order: TicketOrder): Promise<Outcome<{ tickets: string[] }>> {
    const session = await this.#living(sessionId)
    return session.ok ? ok({ tickets: await this.#tickets.create(session.value, order) }) : session
  }

  /** See `Tickets.release`. Refuses `session_not_live` besides. */
  async releaseTicket(sessionId: string, ticket: string, isVoid: boolean): Promise<Outcome<{ ok: true }>> {
    const session = await this.#living(sessionId)
    if (!session.ok) return session
    const released = await this.#tickets.release(session.value, ticket, isVoid)
    if (released.ok) this.#tellCounted(session.value)
    return released
  }

  async #living(sessionId: string): Promise<Outcome<LiveSession>> {
    const session = await this.session(sessionId)
    return session && session.state.life !== 'closed' ? ok(session) : refuse('session_not_live')
  }

  /** The session and seat that a seat's token opened, and in which channel. */
  seat(seatToken: string): Promise<{ sessionId: string; seat: string; channel: ChannelId } | null> {
    return this.#doors.seatOf(seatToken)
  }

  /** Decide a command of this sender. `sender` names a seat or a console; together with `id` it makes a resend known. */
  act(session: LiveSession, sender: string, actor: Actor, id: string, command: DecidedCommand): Promise<StoredAnswer> {
    return session.decide({
      key: `${sender} ${id}`,
      content: sha256Hex(canonicalJson(command)),
      decide: (state) =>
        decide(state, command, { actor, at: this.#parts.now(), mayOpenVote: this.#parts.mayOpenVote?.() ?? true }),
    })
  }

  /** Store a ballot; `busy` when the store does not answer in time. */
  async cast(session: LiveSession, seatToken: string, id: string, command: CastBallot): Promise<StoredAnswer> {
    if (session.isDamaged) return refuse('damaged')
    try {
      const answer = await this.ballots.cast(session, seatToken, id, command)
      if (answer.ok) this.#tellCounted(session)
      return answer
    } catch (error) {
      this.#parts.log.warn({ session: session.id, reason: (error as Error).message }, 'a ballot was not confirmed')
      return refuse('busy')
    }
  }

  /** This seat's ballot in the vote that is on the screens, while it can still be told. */
  async ballotOf(session: LiveSession, seatToken: string): Promise<({ activity: string } & StoredBallot) | null> {
    const activity = currentActivity(session.state)
    if (activity?.kind !== 'vote' || (activity.phase !== 'open' && activity.phase !== 'closed')) return null
    const stored = await this.ballots.read(session, activity.id, seatToken)
    return stored && { activity: activity.id, revision: stored.revision, ballot: stored.ballot }
  }

  /** Seats taken, and ballots in the vote that is open (null without one). */
  async counts(session: LiveSession): Promise<{ joined: number; voted: number | null }> {
    const activity = currentActivity(session.state)
    const isVoting = activity?.kind === 'vote' && (activity.phase === 'open' || activity.phase === 'closed')
    const [joined, voted] = await Promise.all([
      this.#doors.countSeats(session.id),
      isVoting ? this.ballots.count(session.id, activity.id) : null,
    ])
    return { joined, voted }
  }

  /**
   * A write that goes the way of a ballot: answered when it is on disk. `full`: the store takes nothing new. Throws when
   * it does not answer.
   */
  async probe(): Promise<'ok' | 'full'> {
    try {
      await this.#parts.redis.set(keys.probe, '')
      return 'ok'
    } catch (error) {
      if (/^OOM /.test((error as Error).message)) return 'full'
      throw error
    }
  }

  /** The bytes of a sealed result; null before the seal. */
  sealedText(session: string, activity: string): Promise<string | null> {
    return this.#parts.redis.hget(keys.sealed(session), activity)
  }

  /**
   * Have the store forget on disk what it has erased: its append-only file is written anew. Resolves when that is done;
   * throws when it cannot be begun now (another rewriting, begun before the erasing, may have missed it) or has failed.
   */
  async rewriteLog(): Promise<void> {
    await this.#parts.redis.call('BGREWRITEAOF')
    for (;;) {
      const info = await this.#parts.redis.info('persistence')
      const isBusy = /aof_rewrite_(in_progress|scheduled):1/.test(info)
      if (!isBusy && info.includes('aof_last_bgrewrite_status:ok')) return
      if (!isBusy) throw new Error('the store could not rewrite its append-only file')
      await setTimeout(50)
    }
  }

  /** Let go of a session that is closed and kept elsewhere: nobody joins it, and its keys end by themselves. */
  async retire(session: LiveSession, seconds: number): Promise<void> {
    const { code, joinToken } = session.state.definition
    await this.#doors.close(code, joinToken)
    const activities = session.state.activities.map(({ id }) => id)
    await this.#parts.redis.del(keys.groups(session.id))
    await Promise.all(keysOf(session.id, activities).map((key) => this.#parts.redis.expire(key, seconds)))
    await this.#parts.redis.srem(keys.sessions, session.id)
    // Who is connected keeps it; who comes later reads it again.
    this.#sessions.delete(session.id)
  }

  async #lookForLosses(): Promise<void> {
    try {
      for (const session of await Promise.all(this.#sessions.values())) await session?.lookForLoss()
    } catch (error) {
      // Away again: its next return is looked at as well, and so is every command.
      this.#parts.log.warn({ reason: (error as Error).message }, 'what the store still has could not be seen')
    }
  }

  #tellFacts(session: LiveSession, facts: readonly Fact[]): void {
    for (const listener of this.#listeners) listener.facts?.(session, facts)
  }

  #tellCounted(session: LiveSession): void {
    for (const listener of this.#listeners) listener.counted?.(session)
  }
}
