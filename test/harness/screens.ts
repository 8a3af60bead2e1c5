import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type {
  Answer,
  LiveCommandInput,
  Mine,
  Refused,
  Shown,
  Snapshot,
  SnapshotAnswer,
  Turnout,
  Update,
} from '../../shared/protocol/live.ts'
import { API } from '../../shared/protocol/http.ts'
import { updated } from '../../shared/protocol/updated.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { atTheEnd } from './services.ts'
import { until } from './processes.ts'

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'v' | 'id'> : never
export type Wish = WithoutEnvelope<LiveCommandInput>

export const secret = (): string => randomBytes(18).toString('base64url')

/** A screen over a real socket: it keeps everything that it was ever sent. */
export class Screen {
  readonly received: { event: string; payload: unknown }[] = []
  latest: Shown | null = null
  turnout: Turnout | null = null
  mine: Mine | null = null
  readonly socket: Socket

  constructor(url: string, auth: object, headers: Record<string, string> = {}, transport = 'websocket') {
    this.socket = io(url, {
      path: '/socket.io',
      transports: [transport],
      auth: { v: PROTOCOL, lang: 'ko', ...auth },
      extraHeaders: headers,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    })
    this.socket.onAny((event: string, payload: unknown) => this.#keep(event, payload))
    // A door that says "later" is knocked at again; Socket.IO leaves that to its user.
    this.socket.on('connect_error', (error: Error & { data?: Refused }) => {
      if (!this.socket.active && error.data?.retryable) setTimeout(() => this.socket.connect(), 200)
    })
    atTheEnd(() => this.close())
  }

  close(): void {
    this.socket.disconnect()
  }

  /** Connected, and told where the session stands. */
  async ready(): Promise<this> {
    await until(() => this.latest !== null, 'a snapshot')
    return this
  }

  refused(): Promise<Refused> {
    return new Promise((resolve) =>
      this.socket.on('connect_error', (error: Error & { data?: Refused }) => error.data && resolve(error.data)),
    )
  }

  /** One sending; rejects when there is no answer within `patienceMs`. */
  send(wish: Wish, id = secret(), patienceMs = 5000): Promise<Answer> {
    return this.socket.timeout(patienceMs).emitWithAck('command', { v: PROTOCOL, id, ...wish }) as Promise<Answer>
  }

  /** Sent again with the same id until it is answered for good, as a phone does. */
  async deliver(wish: Wish, id = secret(), patienceMs = 500): Promise<Answer> {
    for (;;) {
      try {
        const answer = await this.send(wish, id, patienceMs)
        if (answer.ok || !answer.retryable) return answer
      } catch {
        // No answer: whether it was heard is unknown, and sending again is safe.
      }
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100))
    }
  }

  #show(next: Shown | null): void {
    if (next) this.latest = next
    else void this.#askForSnapshot()
  }

  async #askForSnapshot(): Promise<void> {
    try {
      const asking = this.socket.emitWithAck('snapshot', { v: PROTOCOL, id: secret() })
      const answer = (await asking) as SnapshotAnswer
      if (answer.ok) this.#keep('snapshot', answer.snapshot)
    } catch {
      // Cut off while it asked: the next connection begins with a snapshot anyway.
    }
  }

  #keep(event: string, payload: unknown): void {
    this.received.push({ event, payload })
    if (event === 'update' && this.latest) this.#show(updated(this.latest, payload as Update))
    if (event === 'snapshot') {
      this.latest = payload as Snapshot
      this.turnout = (payload as Snapshot).turnout
      if ('mine' in (payload as object)) this.mine = (payload as Extract<Snapshot, { role: 'phone' }>).mine
    }
    if (event === 'turnout') this.turnout = payload as Turnout
    if (event === 'mine') this.mine = payload as Mine
  }
}

/** Joins by code and connects, as a phone does. */
export async function joinByPhone(url: string, code: string, seat = secret()): Promise<Screen & { seat: string }> {
  const response = await fetch(`${url}${API}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat, code }),
  })
  if (!response.ok) throw new Error(`joining: ${response.status} ${await response.text()}`)
  return Object.assign(await new Screen(url, { seat }).ready(), { seat })
}

/** The code on the projector's picture. */
export function codeOn(screen: Screen): string {
  const { latest } = screen
  if (latest?.role !== 'console' && latest?.role !== 'projector') throw new Error('only a hall screen shows the code')
  return latest.view.code
}
