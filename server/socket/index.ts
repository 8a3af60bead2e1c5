import type { Server as HttpServer } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Server, type Socket } from 'socket.io'
import { refuse, type Refusal } from '../../shared/base/outcome.ts'
import type { Role } from '../../shared/base/roles.ts'
import type { SayRefusal } from '../../shared/i18n/refusal-text.ts'
import {
  LiveCommand,
  PreviewRequest,
  SimilarRequest,
  SnapshotRequest,
  type LiveRole,
  type Mine,
  type Own,
  type Snapshot,
} from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { CommandType } from '../../shared/session/commands.ts'
import { mineView } from '../../shared/session/mine-view.ts'
import { tableView } from '../../shared/session/tables.ts'
import { roleRoom, seatRoom, tablesRoom } from '../broadcast/rooms.ts'
import { ROLES, type Broadcast, type Wire } from '../broadcast/index.ts'
import type { Health, Metrics } from '../health/index.ts'
import type { Live, LiveSession, StoredAnswer } from '../live/index.ts'
import type { Log } from '../log.ts'
import { SimilarIssues } from '../similar/index.ts'
import { FanOut, forgetRequest } from './fan-out.ts'
import { peopleOf } from './crew.ts'
import { actorOf, identify, type AccountsDoor, type Identity } from './identity.ts'
import { Presence } from './presence.ts'
import { receive, refused } from './receive.ts'
import { RoomHealth } from './room-health.ts'

/* 20 events a second, 40 at once: a thumb never does that, a loop does. */
const EVENTS = { points: 40, duration: 2 }
/* Ballots are the dearest message: four a second from one participant. */
const BALLOTS = { points: 4, duration: 1 }
const MESSAGE_BYTES = 16_384

interface SocketParts {
  /** whose turn it is to connect */
  admission: { enter(address: string): Promise<boolean> }
  http: HttpServer
  live: Live
  accounts: AccountsDoor
  /** deny by default: the one policy table */
  allows(role: Role, operation: CommandType | 'snapshot' | 'preview' | 'similar'): boolean
  /** does this request come from a page of ours? */
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean
  health: Pick<Health, 'conditions'>
  metrics: Metrics
  say: SayRefusal
  log: Log
}

/** The door for screens: who connects, what they may say, and what reaches them. */
export class SocketDoor {
  readonly wire: Wire
  readonly #io: Server
  readonly #fanOut: FanOut
  readonly #parts: SocketParts
  readonly #presence = new Presence()
  readonly #similar = new SimilarIssues()
  readonly #rooms: RoomHealth
  readonly #events = new RateLimiterMemory(EVENTS)
  readonly #ballots = new RateLimiterMemory(BALLOTS)

  constructor(parts: SocketParts) {
    this.#parts = parts
    this.#io = new Server(parts.http, {
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: MESSAGE_BYTES,
      // Long enough for the last of a crowd to have its turn.
      connectTimeout: 45_000,
      // A phone that sleeps is noticed within half a minute, and a slow hall is not cut off before.
      pingInterval: 10_000,
      pingTimeout: 20_000,
      allowRequest: ({ headers }, decide) => decide(null, parts.isOwnOrigin(headers.origin, headers.host)),
    })
    this.#fanOut = new FanOut(this.#io)
    this.wire = this.#createWire()
    this.#rooms = new RoomHealth({
      presence: this.#presence,
      conditions: () => parts.health.conditions(),
      hasConsole: (session) => this.#audience(session, 'console') > 0,
      tell: (session, health) => void this.#io.to(roleRoom(session, 'console')).emit('health', health),
    })
    parts.metrics.read('madang_phones_connected', 'Seats with a screen connected now.', () => this.#presence.total)
  }

  /** From now on screens can connect. */
  open(broadcast: Broadcast): void {
    this.#rooms.start()
    this.#io.use((socket, next) => {
      const language = languageOf(socket)
      const payload = withoutNothing(socket.handshake.auth)
      const isPhone = 'seat' in payload
      const turn = isPhone ? this.#parts.admission.enter(socket.handshake.address) : Promise.resolve(true)
      const identified = turn.then((isIn) =>
        isIn
          ? identify(payload, socket.handshake.headers.cookie, this.#parts.live, this.#parts.accounts)
          : refuse('busy'),
      )
      identified.then(
        (identity) => {
          if (!identity.ok) return next(this.#connectError(identity, language))
          socket.data = identity.value
          next()
        },
        (error: unknown) => {
          this.#parts.log.warn({ reason: String(error) }, 'a connection could not be checked')
          next(this.#connectError(refuse('busy'), language))
        },
      )
    })
    this.#io.on('connection', (socket) => this.#welcome(socket, socket.data as Identity, broadcast))
  }

  /**
   * Cut all screens off. Without a farewell: a client that is told to go stays away, one whose wire is cut comes back by
   * itself, to whoever answers then.
   */
  async close(): Promise<void> {
    this.#rooms.stop()
    this.#fanOut.stop()
    await this.#io.close()
  }

  #connectError(refusal: Refusal, language: string): Error {
    return Object.assign(new Error(refusal.refusal), { data: refused(refusal, this.#parts.say, language) })
  }

  #welcome(socket: Socket, identity: Identity, broadcast: Broadcast): void {
    const { session, screen, seat } = identity
    const language = languageOf(socket)
    forgetRequest(socket)
    void socket.join(
      seat || screen === 'notes'
        ? [roleRoom(session.id, screen), seatRoom(session.id, seat?.id ?? identity.sender)]
        : roleRoom(session.id, screen),
    )
    if (identity.table !== undefined) {
      void socket.join(tablesRoom(session.id))
      socket.emit('table', tableView(session.state, identity.table))
    }
    if (seat) this.#presence.came(session.id, seat.id)
    socket.on('disconnect', () => {
      if (seat) this.#presence.went(session.id, seat.id)
      if (screen === 'console') this.#tellCrew(session.id)
      if (ROLES.some((role) => this.#audience(session.id, role) > 0)) broadcast.countChanged(session)
      else this.#leave(session.id, broadcast)
    })
    const parts = { ...this.#parts, mayReceive: () => isWithin(this.#events, socket.id) }
    receive(socket, language, 'command', LiveCommand, parts, async (command) => {
      const began = performance.now()
      const answer = await this.#command(socket, identity, command)
      this.#parts.metrics.acknowledged(command.type, answer.ok, performance.now() - began)
      return answer
    })
    receive(socket, language, 'snapshot', SnapshotRequest, parts, async () => {
      try {
        return { ok: true, snapshot: await this.#snapshot(identity, broadcast) }
      } catch (error) {
        this.#parts.log.warn({ reason: String(error) }, 'a snapshot could not be made')
        return refuse('busy')
      }
    })
    receive(socket, language, 'preview', PreviewRequest, parts, ({ activity }) => {
      const preview = this.#parts.allows(identity.role, 'preview')
        ? broadcast.preview(session, activity)
        : refuse('forbidden')
      return Promise.resolve(preview.ok ? { ok: true, ...preview.value } : preview)
    })
    if (screen === 'console') this.#tellCrew(session.id)
    receive(socket, language, 'similar', SimilarRequest, parts, ({ text }) => {
      if (!seat || !this.#parts.allows(identity.role, 'similar')) return Promise.resolve(refuse('forbidden'))
      return Promise.resolve({
        ok: true,
        similar: this.#similar.near(session.id, session.state.material, text, seat.id),
      })
    })
    this.#snapshot(identity, broadcast).then(
      (snapshot) => socket.emit('snapshot', snapshot),
      // The screen asks again by itself; what it holds stays on it.
      (error: unknown) => this.#parts.log.warn({ reason: String(error) }, 'a snapshot could not be made'),
    )
    broadcast.countChanged(session)
  }

  /** Nobody of this session is here any more. */
  #leave(session: string, broadcast: Broadcast): void {
    broadcast.forget(session)
    this.#similar.forget(session)
  }

  async #command(socket: Socket, identity: Identity, message: LiveCommand): Promise<StoredAnswer> {
    const { v, id, ...command } = message
    const { session, role, sender, seat } = identity
    if (v > PROTOCOL) return refuse('server_too_old')
    if (!this.#parts.allows(role, command.type)) return refuse('forbidden')
    if (command.type === 'tellGroups') {
      if (!seat) return refuse('forbidden')
      const told = await this.#parts.live.groups.tell(session, seat.token, command)
      if (told.ok) await this.#mine(session, seat.id)
      return told
    }
    if (command.type !== 'castBallot') {
      return this.#parts.live.act(session, sender, actorOf(identity), id, command)
    }
    if (!seat) return refuse('forbidden')
    if (!(await isWithin(this.#ballots, `${session.id}/${seat.id}`))) return refuse('rate_limited')
    const answer = await this.#parts.live.cast(session, seat.token, id, command)
    if (answer.ok && this.#presence.screens(session.id, seat.id) > 1) await this.#mine(session, seat.id, socket.id)
    return answer
  }

  async #snapshot(identity: Identity, broadcast: Broadcast): Promise<Snapshot> {
    const { session, screen } = identity
    const turnout = await broadcast.turnoutOf(session)
    this.#rooms.counted(session.id, turnout.joined)
    const mine = await this.#mineOf(identity)
    // Taken last and at one instant: state and view belong together.
    const shown = broadcast.shownTo(screen, session)
    const health = screen === 'console' && { health: this.#rooms.of(session.id) }
    const own = screen === 'notes' && { own: ownOf(identity) }
    const you = (screen === 'console' || screen === 'notes') && { you: identity.sender }
    const helps = identity.role === 'helper' && { helps: true }
    return { ...shown, turnout, ...(mine && { mine }), ...health, ...own, ...you, ...helps } as Snapshot
  }

  async #mineOf({ session, seat }: Identity): Promise<Mine | null> {
    if (!seat) return null
    const [ballot, groups] = await Promise.all([
      this.#parts.live.ballotOf(session, seat.token),
      this.#parts.live.groups.of(session, seat.token),
    ])
    return { ...mineView(session.state, seat.id), ballot, channel: seat.channel, groups }
  }

  /** Tell the screens of one seat, or of one link for notes, what is theirs; all but the one that knows already. */
  async #mine(session: LiveSession, seat: string, except?: string): Promise<void> {
    const sockets = await this.#io.in(seatRoom(session.id, seat)).fetchSockets()
    for (const socket of sockets) {
      if (socket.id === except) continue
      const identity = socket.data as Identity
      if (identity.seat) socket.emit('mine', await this.#mineOf(identity))
      else socket.emit('own', ownOf(identity))
    }
  }

  /** Tell every console who else is at one. */
  #tellCrew(session: string): void {
    const consoles = this.#socketsIn(roleRoom(session, 'console'))
    const people = peopleOf(consoles.map(({ data }) => data as Identity))
    for (const console of consoles) console.emit('crew', { you: (console.data as Identity).sender, people })
  }

  #socketsIn(room: string): Socket[] {
    return [...(this.#io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => this.#io.sockets.sockets.get(id) ?? [])
  }

  /** screens of this role in this session */
  #audience(session: string, role: LiveRole): number {
    return this.#io.sockets.adapter.rooms.get(roleRoom(session, role))?.size ?? 0
  }

  /** To all screens of one role, and counted. */
  #send(session: string, role: LiveRole, event: 'update' | 'turnout', message: object): void {
    const { bytes, screens } = this.#fanOut.send(roleRoom(session, role), event, message)
    this.#parts.metrics.sent(role, event, bytes, screens)
  }

  #createWire(): Wire {
    return {
      update: (session, update) => this.#send(session, update.role, 'update', update),
      turnout: (session, role, turnout) => {
        this.#rooms.counted(session, turnout.joined)
        this.#send(session, role, 'turnout', turnout)
      },
      connected: (session) => this.#presence.count(session),
      hasAudience: (session, role) => this.#audience(session, role) > 0,
      mine: (session, seat) => {
        this.#mine(session, seat).catch((error: unknown) =>
          this.#parts.log.warn({ session: session.id, reason: String(error) }, 'a seat was not told what is its own'),
        )
      },
      tables: (session) => {
        for (const socket of this.#socketsIn(tablesRoom(session.id))) {
          const { table } = socket.data as Identity
          if (table !== undefined) socket.emit('table', tableView(session.state, table))
        }
      },
      damaged: (session) => {
        for (const socket of this.#socketsIn(roleRoom(session.id, 'console'))) {
          const message = this.#parts.say(refuse('damaged'), languageOf(socket))
          socket.emit('damaged', { code: 'damaged', message })
        }
      },
    }
  }
}

/** What a link for notes has of its own. */
function ownOf({ session, role, sender }: Identity): Own {
  const privateNotes = [...(session.state.material.privateNotes[sender] ?? [])]
  return { as: role === 'observer' ? 'observer' : 'noteTaker', privateNotes }
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false
    throw reason
  }
}

const languageOf = (socket: Socket): string => {
  const { lang } = socket.handshake.auth as { lang?: unknown }
  return typeof lang === 'string' ? lang : 'ko'
}

/** Members that are undefined were never said; a strict schema would take them for strangers. */
const withoutNothing = (payload: object): object =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
