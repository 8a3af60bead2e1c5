import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { atTheEnd } from './services.ts'

/** Where bytes are going. The server is the one that the proxy stands before. */
export type Direction = 'toServer' | 'toClient'

type Mode = 'pass' | 'hold' | 'cut' | Direction

/**
 * A network that can be broken: stands between two programs and does to their bytes what it is told. What it did is
 * counted, so that a test can show that the fault has hit.
 */
export class Proxy {
  /** bytes that were taken and never handed on */
  readonly swallowed: Record<Direction, number> = { toServer: 0, toClient: 0 }
  /** bytes that were kept back while nothing went through; `pass` hands them on */
  readonly held: Record<Direction, number> = { toServer: 0, toClient: 0 }
  /** connections that were reset */
  resets = 0
  delayMs = 0
  mode: Mode = 'pass'
  readonly traps: Trap[] = []
  readonly #links = new Set<Link>()
  #server: Server | undefined
  #port = 0

  constructor(readonly target: number) {}

  get port(): number {
    return this.#port
  }

  /** Everything goes through again, what was held first. A connection that has lost bytes is reset: no stream has holes. */
  async pass(): Promise<void> {
    this.mode = 'pass'
    this.delayMs = 0
    for (const link of this.#links) if (link.hasLost) this.#reset(link)
    for (const link of this.#links) link.flow()
    await this.listen()
  }

  /** Every connection is reset, and new ones are refused. */
  async cut(): Promise<void> {
    this.mode = 'cut'
    const closed = new Promise((resolve) => this.#server?.close(resolve))
    for (const link of this.#links) this.#reset(link)
    await closed
    this.#server = undefined
  }

  /** All that goes through is so late, in both directions. */
  delay(ms: number): void {
    this.delayMs = ms
  }

  /** Connections stand and new ones are taken, and not a byte comes or goes: as without a network, or before a host that hangs. */
  halfOpen(): void {
    this.mode = 'hold'
  }

  /** What goes in this direction is taken and dropped. */
  swallow(direction: Direction): void {
    this.mode = direction
  }

  /**
   * Swallow in this direction on the one connection that says `text` to the server next, from that moment on: with
   * `toServer` the text itself is lost, with `toClient` the answer to it. Resolves when the first bytes are gone.
   */
  trap(text: string, direction: Direction): Promise<void> {
    return this.#set({ text, spokenTo: 'toServer', loses: direction, isOnce: false })
  }

  /** Lose the one packet towards the client that says `text` next, and nothing else. Resolves when it is gone. */
  loseOne(text: string): Promise<void> {
    return this.#set({ text, spokenTo: 'toClient', loses: 'toClient', isOnce: true })
  }

  async listen(): Promise<void> {
    if (this.#server) return
    this.#server = createServer((client) => {
      const link = new Link(this, client)
      this.#links.add(link)
      client.once('close', () => this.#links.delete(link))
    })
    const server = this.#server
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    await this.cut()
  }

  #set(trap: Omit<Trap, 'hit'>): Promise<void> {
    return new Promise((hit) => void this.traps.push({ ...trap, hit }))
  }

  #reset(link: Link): void {
    this.resets += 1
    this.#links.delete(link)
    link.reset()
  }
}

interface Trap {
  text: string
  /** in which direction the text has to be said */
  spokenTo: Direction
  loses: Direction
  /** this packet only */
  isOnce: boolean
  hit: () => void
}

/** One connection, client to server. */
class Link {
  hasLost = false
  #loses: Trap | undefined
  #server: Socket | undefined
  readonly #waiting: Record<Direction, { chunk: Buffer | null; at: number }[]> = { toServer: [], toClient: [] }
  readonly #isPouring: Record<Direction, boolean> = { toServer: false, toClient: false }

  constructor(
    private readonly proxy: Proxy,
    private readonly client: Socket,
  ) {
    this.#listen(client, 'toServer')
    this.flow()
  }

  reset(): void {
    this.client.resetAndDestroy()
    this.#server?.resetAndDestroy()
  }

  /** Hands on what waits, as far as it may. */
  flow(): void {
    if (this.proxy.mode !== 'hold' && !this.#server) {
      this.#server = connect(this.proxy.target, '127.0.0.1')
      this.#listen(this.#server, 'toClient')
    }
    void this.#pour('toServer')
    void this.#pour('toClient')
  }

  #listen(socket: Socket, direction: Direction): void {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => this.#take(direction, chunk))
    socket.once('close', () => this.#take(direction, null))
  }

  #take(direction: Direction, chunk: Buffer | null): void {
    if (chunk && this.#isLost(direction, chunk)) {
      this.proxy.swallowed[direction] += chunk.length
      return
    }
    if (chunk && this.proxy.mode === 'hold') this.proxy.held[direction] += chunk.length
    this.#waiting[direction].push({ chunk, at: performance.now() + this.proxy.delayMs })
    void this.#pour(direction)
  }

  #isLost(direction: Direction, chunk: Buffer): boolean {
    const { traps, mode } = this.proxy
    const at = traps.findIndex(({ text, spokenTo }) => spokenTo === direction && chunk.includes(text))
    const trap = at < 0 ? undefined : traps.splice(at, 1)[0]
    if (trap?.isOnce) {
      trap.hit()
      return true
    }
    if (trap) this.#loses = trap
    if (mode !== direction && this.#loses?.loses !== direction) return false
    this.#loses?.hit()
    this.hasLost = true
    return true
  }

  async #pour(direction: Direction): Promise<void> {
    if (this.#isPouring[direction]) return
    this.#isPouring[direction] = true
    const waiting = this.#waiting[direction]
    while (waiting.length > 0 && this.proxy.mode !== 'hold') {
      const { chunk, at } = waiting[0]!
      const wait = at - performance.now()
      if (wait > 0) {
        await sleep(wait)
        continue
      }
      waiting.shift()
      const to = direction === 'toServer' ? this.#server : this.client
      if (chunk === null) to?.end()
      else to?.write(chunk)
    }
    this.#isPouring[direction] = false
  }
}

/** A proxy before the server of this address; the address through it is `url`. It ends with the test file. */
export async function startProxy(address: string): Promise<Proxy & { url: string }> {
  const url = new URL(address)
  const proxy = new Proxy(Number(url.port))
  await proxy.listen()
  atTheEnd(() => proxy.close())
  url.hostname = '127.0.0.1'
  url.port = String(proxy.port)
  return Object.assign(proxy, { url: url.href.replace(/\/$/, '') })
}
