import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'
import type { SubmitIssue } from '../../shared/activities/collect/commands.ts'
import type { CastBallot } from '../../shared/activities/vote/commands.ts'
import { Refused, type Answer, type Connect, type SnapshotAnswer } from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { Measurements } from './measurements.ts'
import { backOffMs, type Clock } from './pace.ts'

/** What a resident says on the socket. */
export type Command = z.input<typeof SubmitIssue> | z.input<typeof CastBallot>

/** What all connections of one simulation share. */
export interface Surroundings {
  url: string
  clock: Clock
  measured: Measurements
}

const ACK_TIMEOUT_MS = 5_000

/** 128 bits and more, URL-safe. */
export const secret = (): string => randomBytes(18).toString('base64url')

/**
 * One client's socket, as a phone holds it: it comes back by itself, and a command is sent again, with the same id,
 * until it is answered.
 */
export class Connection {
  readonly socket: Socket
  readonly #random: () => number
  readonly #around: Surroundings
  #refusals = 0

  constructor(around: Surroundings, who: { seat: string } | { link: string }, random: () => number) {
    this.#around = around
    this.#random = random
    const auth: Connect = { v: PROTOCOL, lang: 'ko', ...who }
    this.socket = io(around.url, {
      path: '/socket.io',
      transports: ['websocket'],
      auth,
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    })
    this.socket.on('connect', () => (this.#refusals = 0))
    this.socket.on('connect_error', (error: Error & { data?: unknown }) => void this.#refused(error))
    this.socket.on('disconnect', () => {
      around.measured.triedAgain('connection_lost')
      if (!this.socket.active) void this.#comeBack()
    })
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
        if (typeof data === 'string') around.measured.bytes += Buffer.byteLength(data)
      })
    })
  }

  /** The whole view again: what was missed is in it. */
  askForSnapshot(): void {
    const request = { v: PROTOCOL, id: secret() }
    this.socket.timeout(ACK_TIMEOUT_MS).emit('snapshot', request, (error: Error | null, answer?: SnapshotAnswer) => {
      if (error === null && answer?.ok) this.socket.listeners('snapshot').forEach((hear) => hear(answer.snapshot))
    })
  }

  /** The answer; null when the simulation ended without one. */
  async deliver(command: Command): Promise<Answer | null> {
    const { clock, measured } = this.#around
    const message = { v: PROTOCOL, id: secret(), ...command }
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#ask(message)
      if (answer && (answer.ok || !answer.retryable)) return answer
      measured.triedAgain(answer ? answer.code : 'no_answer')
      await clock.pause(backOffMs(attempt, this.#random))
      if (clock.isStopped) return null
    }
  }

  close(): void {
    this.socket.removeAllListeners()
    this.socket.disconnect()
  }

  async #ask(message: object): Promise<Answer | null> {
    try {
      return (await this.socket.timeout(ACK_TIMEOUT_MS).emitWithAck('command', message)) as Answer
    } catch {
      return null
    }
  }

  /** A server that cannot be reached is tried again by the socket itself; one that says no decides whether later helps. */
  async #refused(error: Error & { data?: unknown }): Promise<void> {
    if (this.socket.active) return
    const refused = Refused.safeParse(error.data)
    this.#around.measured.failed(`connect ${refused.success ? refused.data.code : error.message}`)
    if (!refused.success || refused.data.retryable) await this.#comeBack()
  }

  async #comeBack(): Promise<void> {
    await this.#around.clock.pause(backOffMs((this.#refusals += 1), this.#random))
    if (!this.#around.clock.isStopped) this.socket.connect()
  }
}
