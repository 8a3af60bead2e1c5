import { io } from 'socket.io-client'
import type {
  Answer,
  Connect,
  Crew,
  Health,
  LiveCommandInput,
  Mine,
  PreviewAnswer,
  Own,
  Refused,
  SimilarAnswer,
  Snapshot,
  SnapshotAnswer,
  Turnout,
  Update,
} from '../../shared/protocol/live.ts'
import type { TableView } from '../../shared/session/tables.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { backoffMs } from './backoff.ts'
import { newCommandId } from './ids.ts'

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'v' | 'id'> : never
/** A command as a screen writes it; the wire adds version and id. */
export type Wish = WithoutEnvelope<LiveCommandInput>
type WithoutVersion<T> = T extends unknown ? Omit<T, 'v' | 'lang'> : never
/** What opens the door: a seat, a link, or the cookie of an account with a session's id. */
export type Credentials = WithoutVersion<Connect>

export type LinkState = 'connecting' | 'connected' | 'lost'

export interface WireListeners {
  snapshot: (snapshot: Snapshot) => void
  update: (update: Update) => void
  mine: (mine: Mine) => void
  /** of a link for notes */
  own: (own: Own) => void
  turnout: (turnout: Turnout) => void
  health: (health: Health) => void
  crew: (crew: Crew) => void
  table: (table: TableView) => void
  damaged: (damaged: { message: string }) => void
  link: (state: LinkState) => void
  /** The door stays shut; nothing is tried again by itself. */
  refused: (refused: Refused) => void
}

export interface Wire {
  /** The answer, or null when none came in time: whether it was heard is then unknown, and sending again is safe. */
  send: (id: string, wish: Wish) => Promise<Answer | null>
  /** What opening this entry would show; null when no answer came in time. */
  preview: (activity: string) => Promise<PreviewAnswer | null>
  /** What others wrote that is like this text; null when nobody answers now. */
  similar: (text: string) => Promise<SimilarAnswer | null>
  /** Look whether the line still stands, and get the present state; opens a new line when it does not. */
  refresh: () => void
  close: () => void
}

const answerWithinMs = 5000
const wakeWithinMs = 2500

export function openWire(credentials: Credentials, language: () => string, on: WireListeners): Wire {
  let refusals = 0
  let later: ReturnType<typeof setTimeout> | undefined
  const socket = io({
    path: '/socket.io',
    forceNew: true,
    // Long polling first and WebSocket as soon as it is proved: some halls' networks let no WebSocket through.
    rememberUpgrade: true,
    reconnectionDelay: 600,
    reconnectionDelayMax: 2500,
    timeout: 8000,
    auth: (give) => give({ v: PROTOCOL, lang: language(), ...credentials }),
  })
  const reconnectLater = () => {
    clearTimeout(later)
    later = setTimeout(() => socket.connect(), backoffMs(refusals++))
  }

  socket.on('connect', () => {
    refusals = 0
    on.link('connected')
  })
  socket.on('disconnect', (reason) => {
    on.link('lost')
    // The server said good-bye (a new start, a link taken back): Socket.IO leaves it to us to knock again.
    if (reason === 'io server disconnect') reconnectLater()
  })
  socket.on('connect_error', (error: Error & { data?: Refused }) => {
    on.link('lost')
    if (socket.active) return
    if (error.data && !error.data.retryable) on.refused(error.data)
    else reconnectLater()
  })
  socket.on('snapshot', on.snapshot)
  socket.on('update', on.update)
  socket.on('mine', on.mine)
  socket.on('own', on.own)
  socket.on('turnout', on.turnout)
  socket.on('health', on.health)
  socket.on('crew', on.crew)
  socket.on('table', on.table)
  socket.on('damaged', on.damaged)

  async function ask<T>(event: string, message: object, withinMs: number): Promise<T | null> {
    try {
      return (await socket.timeout(withinMs).emitWithAck(event, message)) as T
    } catch {
      return null
    }
  }

  async function askForSnapshot(): Promise<void> {
    const answer = await ask<SnapshotAnswer>('snapshot', { v: PROTOCOL, id: newCommandId() }, wakeWithinMs)
    if (answer?.ok) on.snapshot(answer.snapshot)
    // Nobody is there although the line looks open, as after a change of networks: lay a new one.
    else if (answer === null && socket.connected) socket.disconnect().connect()
  }

  return {
    send: (id, wish) =>
      socket.connected ? ask<Answer>('command', { v: PROTOCOL, id, ...wish }, answerWithinMs) : Promise.resolve(null),
    preview: (activity) => ask<PreviewAnswer>('preview', { v: PROTOCOL, id: newCommandId(), activity }, answerWithinMs),
    similar: (text) =>
      socket.connected
        ? ask<SimilarAnswer>('similar', { v: PROTOCOL, id: newCommandId(), text }, wakeWithinMs)
        : Promise.resolve(null),
    refresh() {
      if (socket.connected) void askForSnapshot()
      else if (!socket.active) socket.connect()
      else socket.disconnect().connect()
    },
    close() {
      clearTimeout(later)
      socket.removeAllListeners()
      socket.disconnect()
    },
  }
}
