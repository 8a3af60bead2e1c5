import { Agent, request } from 'node:http'
import WebSocket from 'ws'
import { API, operations } from '../../shared/protocol/http.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'

/** One address of loopback has some 28,000 ports: a large crowd comes from several. */
export const addressOf = (phone: number, addresses: number): string => `127.0.0.${1 + (phone % addresses)}`

/** No answer at all: nobody has refused anything, and a phone tries again. */
export class LineCut extends Error {}

export interface Wanted {
  url: string
  /** said in CONNECT, beside the version */
  auth: object
  address?: string
  cookie?: string
  /** every event, with its text as it came: reading it is for whoever wants to */
  onEvent?: (event: string, text: string) => void
  onGone?: () => void
}

/**
 * A phone as cheap as can be: Engine.IO and Socket.IO 4 spoken directly over `ws`, nothing parsed that is not asked for,
 * so that what is measured is the server.
 */
export class Client {
  readonly #socket: WebSocket
  readonly #answers = new Map<number, (text: string) => void>()
  #lastId = 0

  private constructor({ url, auth, address, cookie, onEvent, onGone }: Wanted, told: (error?: Error) => void) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      localAddress: address,
      headers: cookie ? { cookie } : {},
    })
    this.#socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text === '2') this.#socket.send('3')
      else if (text.startsWith('0')) this.#socket.send(`40${JSON.stringify({ v: PROTOCOL, lang: 'ko', ...auth })}`)
      else if (text.startsWith('40')) told()
      else if (text.startsWith('44')) told(new Error(text.slice(2)))
      else if (text.startsWith('42')) onEvent?.(text.slice(4, text.indexOf('"', 4)), text)
      else if (text.startsWith('43')) this.#answered(text)
    })
    this.#socket.on('error', (error) => told(new LineCut(`connecting: ${error.message}`)))
    this.#socket.on('close', () => {
      told(new Error('the connection was closed'))
      onGone?.()
    })
  }

  /** Connected to the namespace. Rejects when it is refused. */
  static open(wanted: Wanted): Promise<Client> {
    return new Promise((resolve, reject) => {
      const client: Client = new Client(wanted, (error) => {
        if (!error) return resolve(client)
        client.#socket.terminate()
        reject(error)
      })
    })
  }

  /** The acknowledgement, as it came. */
  ask(event: string, message: object): Promise<string> {
    return new Promise((resolve) => {
      this.#answers.set((this.#lastId += 1), resolve)
      this.#socket.send(`42${this.#lastId}${JSON.stringify([event, message])}`)
    })
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  close(): void {
    this.#socket.terminate()
  }

  #answered(text: string): void {
    const from = text.indexOf('[')
    const id = Number(text.slice(2, from))
    this.#answers.get(id)?.(text.slice(from + 1, -1))
    this.#answers.delete(id)
  }
}

const agents = new Map<string, Agent>()

/** A seat over HTTP. Rejects when there is none. */
export function takeSeat(url: string, code: string, seat: string, address: string): Promise<void> {
  const agent = agents.get(address) ?? new Agent({ keepAlive: true, maxSockets: 64 })
  agents.set(address, agent)
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const to = `${url}${API}${operations.join.path}`
    const asking = request(to, { method: 'POST', agent, localAddress: address, headers }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`joining: ${answer.statusCode}`)),
      )
    })
    asking.once('error', ({ message }) => reject(new LineCut(`joining: ${message}`)))
    asking.end(JSON.stringify({ seat, code }))
  })
}

export function closeAgents(): void {
  for (const agent of agents.values()) agent.destroy()
  agents.clear()
}
