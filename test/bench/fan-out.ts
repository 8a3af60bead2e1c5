import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import WebSocket from 'ws'
import { Client } from './client.ts'
import { median, round, ROUNDS, table } from './figures.ts'
import type { Order, Report, Way } from './fan-out-server.ts'

const PHONES = 1_000
const BROADCASTS = 200
const SIZES = [120, 1_000]
const ways: readonly Way[] = ['ws', 'plain', 'short']

/** Deliveries of one CPU second of the server: the short way and Socket.IO's own, against a loop over plain `ws`. */
export async function fanOut() {
  const halls = new Map<Way, Hall>()
  try {
    for (const way of ways) halls.set(way, await Hall.open(way))
    const rows = []
    for (const bytes of SIZES) {
      const rates: Record<Way, number[]> = { ws: [], plain: [], short: [] }
      // The first round only warms up.
      for (let n = 0; n <= ROUNDS; n += 1) {
        for (const way of ways) {
          const cpuMs = await halls.get(way)!.play(bytes)
          if (n > 0) rates[way].push((PHONES * BROADCASTS * 1000) / cpuMs)
        }
      }
      for (const way of ways) {
        const ratio = median(rates[way].map((rate, n) => rate / rates.ws[n]!))
        rows.push({ way, bytes, 'deliveries per CPU s': Math.round(median(rates[way])), 'to ws': round(ratio) })
      }
    }
    return { text: table(`Fan-out: ${PHONES} phones, one message to all, medians of ${ROUNDS}`, rows), rows }
  } finally {
    for (const hall of halls.values()) hall.close()
  }
}

class Hall {
  readonly #phones: { close(): void }[] = []
  #got = 0

  private constructor(private readonly child: ChildProcess) {}

  static async open(way: Way): Promise<Hall> {
    const child = fork(join(import.meta.dirname, 'fan-out-server.js'), [way])
    const hall = new Hall(child)
    const report = await hall.#hear()
    if (!('port' in report)) throw new Error('the server did not say its port')
    const { port } = report
    for (let n = 0; n < PHONES; n += 1)
      hall.#phones.push(await (way === 'ws' ? hall.#openWs(port) : hall.#openClient(port)))
    return hall
  }

  /** CPU ms of the server for all deliveries of one round. */
  async play(bytes: number): Promise<number> {
    this.#got = 0
    const reported = this.#hear()
    this.child.send({ broadcasts: BROADCASTS, bytes } satisfies Order)
    const report = await reported
    if (!('cpuMs' in report)) throw new Error('the server did not say what it cost')
    return report.cpuMs
  }

  close(): void {
    for (const phone of this.#phones) phone.close()
    this.child.kill('SIGTERM')
  }

  #count(): void {
    this.#got += 1
    if (this.#got % PHONES === 0) this.child.send('got' satisfies Order)
  }

  #openClient(port: number): Promise<Client> {
    const onEvent = (event: string) => event === 'update' && this.#count()
    return Client.open({ url: `http://127.0.0.1:${port}`, auth: {}, onEvent })
  }

  #openWs(port: number): Promise<{ close(): void }> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false, skipUTF8Validation: true })
    socket.on('message', () => this.#count())
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve({ close: () => socket.terminate() }))
      socket.once('error', reject)
    })
  }

  #hear(): Promise<Report> {
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error('the server of the fan-out is silent')), 60_000)
      this.child.once('message', (report: Report) => {
        clearTimeout(tooLong)
        resolve(report)
      })
    })
  }
}
