import { Socket as TcpSocket } from 'node:net'
import type { Server, Socket } from 'socket.io'

/** Who was behind is looked after so often. It costs nothing while nobody is: a slow phone, not a slow hall. */
const SECOND_LOOK_MS = 100

/** One message for many screens, encoded once. */
interface Encoded {
  /** as Socket.IO hands it to Engine.IO */
  packet: string
  /** the same as one whole WebSocket frame */
  frame: Buffer
}

/** What lies below a socket. Nobody promises any of it, so each part is looked at before it is used. */
interface Below {
  name: string
  writable: boolean
  perMessageDeflate?: unknown
  socket?: { readyState?: unknown; bufferedAmount?: unknown; _socket?: unknown }
}

/**
 * One message to all screens of a room. Socket.IO encodes once per room, and then takes each copy through a dozen calls,
 * two writes and a promise of a callback; here the frame is made once and handed to the TCP socket as it is, if nothing
 * waits above it: 1.3 to 1.5 times the deliveries of a CPU second (test/bench, `fan-out`). If anything is not as
 * expected (polling, an upgrade under way, compression, another Socket.IO), the plain way serves, screen by screen.
 *
 * A screen that has not yet taken what it was sent gets nothing on top: it makes nobody wait and the server keep
 * nothing. Of each event it gets the latest when it has caught up: a turnout is whole, and an update that is not for the
 * view on the screen makes it ask for a snapshot.
 */
export class FanOut {
  /** screens that are behind, with the latest of each event, in the order in which they were sent */
  readonly #behind = new Map<Socket, Map<string, Encoded>>()
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly io: Server) {}

  /** `bytes` are those of the message, `screens` those in the room. */
  send(room: string, event: string, message: object): { bytes: number; screens: number } {
    const text = JSON.stringify(message)
    const packet = `2[${JSON.stringify(event)},${text}]`
    const encoded = { packet, frame: textFrame(`4${packet}`) }
    const ids = this.io.sockets.adapter.rooms.get(room)
    for (const id of ids ?? []) {
      const socket = this.io.sockets.sockets.get(id)
      if (socket) this.#give(socket, event, encoded)
    }
    return { bytes: Buffer.byteLength(text), screens: ids?.size ?? 0 }
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#behind.clear()
  }

  #give(socket: Socket, event: string, encoded: Encoded): void {
    const behind = this.#behind.size > 0 ? this.#behind.get(socket) : undefined
    if (!behind && handOver(socket, encoded)) return
    const waiting = behind ?? new Map<string, Encoded>()
    waiting.delete(event)
    waiting.set(event, encoded)
    this.#behind.set(socket, waiting)
    if (behind) this.#catchUp(socket, waiting)
    this.#timer ??= setInterval(() => this.#lookAgain(), SECOND_LOOK_MS).unref()
  }

  #lookAgain(): void {
    for (const [socket, waiting] of this.#behind) {
      if (socket.connected) this.#catchUp(socket, waiting)
      else this.#behind.delete(socket)
    }
    if (this.#behind.size === 0) this.stop()
  }

  #catchUp(socket: Socket, waiting: Map<string, Encoded>): void {
    for (const [event, encoded] of waiting) {
      if (!handOver(socket, encoded)) return
      waiting.delete(event)
    }
    this.#behind.delete(socket)
  }
}

/** Send it, by the short way where that is safe. False when what was sent before has not left this machine yet. */
function handOver({ conn }: Socket, { packet, frame }: Encoded): boolean {
  const { name, writable, perMessageDeflate, socket: ws } = conn.transport as unknown as Below
  const isPlain = name === 'websocket' && !perMessageDeflate && conn.protocol === 4
  const tcp = isPlain ? ws?._socket : undefined
  if (!(tcp instanceof TcpSocket)) {
    conn.write(packet)
    return true
  }
  const waiting = ws?.bufferedAmount
  if (Number(waiting) > 0) return false
  const isIdle = writable && waiting === 0 && waitingIn(conn) === 0
  if (isIdle && conn.readyState === 'open' && ws?.readyState === 1) tcp.write(frame)
  else conn.write(packet)
  return true
}

/** Packets that Engine.IO has not handed on yet; Infinity when it keeps them somewhere else. */
function waitingIn(conn: object): number {
  const { writeBuffer } = conn as { writeBuffer?: unknown }
  return Array.isArray(writeBuffer) ? writeBuffer.length : Infinity
}

/** A whole WebSocket message of text, unmasked as from a server (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.of(0x81, length), payload])
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = 0x81
  if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([header, payload])
}

/** Once it is known who connects, the HTTP request is of no use: it would be kept as long as the phone is there. */
export function forgetRequest({ conn, handshake }: Socket): void {
  Object.assign(conn, { request: null })
  handshake.headers = {}
}
