import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { Server, type ServerOptions, type Socket } from 'socket.io'
import { io, type ManagerOptions } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { FanOut, forgetRequest } from '../../server/socket/fan-out.ts'
import { until } from '../harness/processes.ts'
import { atTheEnd } from '../harness/services.ts'

const ROOM = 'room'
type Say = (event: string, message: object) => void

/** A Socket.IO server whose screens are all in one room, with the short way to tell them something and the plain one. */
async function openHall(options: Partial<ServerOptions> = {}) {
  const http = createServer()
  const server = new Server(http, { pingInterval: 60_000, ...options })
  const fanOut = new FanOut(server)
  const screens: Socket[] = []
  server.on('connection', (socket) => {
    forgetRequest(socket)
    void socket.join(ROOM)
    socket.on('ask', (asked: number, answer: (asked: number) => void) => answer(asked))
    screens.push(socket)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  atTheEnd(async () => {
    fanOut.stop()
    await server.close()
  })
  const { port } = http.address() as AddressInfo
  const short: Say = (event, message) => void fanOut.send(ROOM, event, message)
  const plain: Say = (event, message) => void server.to(ROOM).emit(event, message)
  return { port, screens, server, fanOut, short, plain }
}
type Hall = Awaited<ReturnType<typeof openHall>>

/** A client of TCP alone: it sees each byte, and reads only as long as it wants to. */
async function connectRaw({ port, screens }: Hall) {
  const before = screens.length
  const tcp = connect(port, '127.0.0.1')
  let chunks: Buffer[] = []
  let length = 0
  tcp.on('data', (chunk) => {
    chunks.push(chunk)
    length += chunk.length
  })
  const bytes = () => Buffer.concat(chunks)
  const key = 'AAAAAAAAAAAAAAAAAAAAAA=='
  const request = ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', 'Host: x', 'Upgrade: websocket']
  request.push('Connection: Upgrade', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${key}`, '', '')
  tcp.write(request.join('\r\n'))
  await until(() => bytes().includes('"sid"'), 'Engine.IO to be open')
  // "40", masked with zeroes: CONNECT to the default namespace.
  tcp.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
  await until(() => screens.length > before && bytes().includes('40{"sid"'), 'Socket.IO to be connected')
  chunks = []
  length = 0
  atTheEnd(() => void tcp.destroy())
  return { tcp, bytes, length: () => length, messages: () => messagesIn(bytes()), socket: screens[before]! }
}

/** The text of every whole frame. */
function messagesIn(bytes: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at + 2 <= bytes.length;) {
    let length = bytes[at + 1]!
    let from = at + 2
    if (length === 126) {
      length = bytes.readUInt16BE(from)
      from += 2
    } else if (length === 127) {
      length = Number(bytes.readBigUInt64BE(from))
      from += 8
    }
    if (bytes[at] !== 0x81) throw new Error(`this is no frame of text: ${bytes[at]}`)
    if (from + length <= bytes.length) found.push(bytes.toString('utf8', from, from + length))
    at = from + length
  }
  return found
}

const numbersIn = (messages: string[], event: string): number[] =>
  messages
    .filter((text) => text.startsWith(`42["${event}"`))
    .map((text) => (JSON.parse(text.slice(2)) as [string, { n: number }])[1].n)

describe('the short way and the plain one', () => {
  it('[SOCK-7] bring the same bytes in the same order, whatever the length, and between what is sent to one alone', async () => {
    const lengths = [0, 1, 90, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 1_000, 16_000]
    lengths.push(...Array.from({ length: 20 }, (_, n) => 65_500 + n * 2), 200_000)
    const play = async (way: 'short' | 'plain') => {
      const hall = await openHall()
      const { bytes, messages, socket } = await connectRaw(hall)
      for (const [n, length] of lengths.entries()) {
        socket.emit('mine', { n })
        hall[way]('update', { n, text: '가'.repeat(n % 3) + 'a'.repeat(length) })
        socket.emit('mine', { n: n + 0.5 })
        hall[way]('turnout', { n })
        await until(() => messages().length === 4 * (n + 1), `all of round ${n}`)
      }
      return bytes()
    }
    expect((await play('short')).equals(await play('plain'))).toBe(true)
  })

  it('[SOCK-7] of one turn of the loop, too: nothing overtakes', async () => {
    const play = async (way: 'short' | 'plain') => {
      const hall = await openHall()
      const { bytes, messages, socket } = await connectRaw(hall)
      for (let n = 0; n < 50; n += 1) {
        if (n % 3 > 0) socket.emit('mine', { n })
        hall[way]('turnout', { n })
        if (n % 5 === 0) await new Promise(setImmediate)
      }
      await until(() => numbersIn(messages(), 'turnout').at(-1) === 49, 'the last one')
      return bytes()
    }
    expect((await play('short')).equals(await play('plain'))).toBe(true)
  })

  it('[SOCK-7] the short way is the one that is gone, with this release of Socket.IO', async () => {
    const hall = await openHall()
    const { messages, socket } = await connectRaw(hall)
    let plain = 0
    socket.conn.on('packetCreate', () => (plain += 1))
    hall.short('turnout', { n: 1 })
    await until(() => messages().length === 1, 'what was sent')
    expect(plain).toBe(0)
    hall.plain('turnout', { n: 2 })
    await until(() => messages().length === 2, 'what was sent')
    expect(plain).toBe(1)
  })
})

describe('where the short way is none', () => {
  const listen = async (hall: Hall, options: Partial<ManagerOptions>) => {
    const got: number[] = []
    const client = io(`http://127.0.0.1:${hall.port}`, { forceNew: true, ...options })
    client.on('turnout', ({ n }: { n: number }) => got.push(n))
    atTheEnd(() => void client.disconnect())
    await until(() => client.connected && hall.screens.length > 0, 'the client to be connected')
    return { client, got }
  }
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, n) => n)

  it('[SOCK-7] who polls gets everything, in order', async () => {
    const hall = await openHall()
    const { client, got } = await listen(hall, { transports: ['polling'] })
    for (let n = 0; n < 300; n += 1) {
      hall.short('turnout', { n })
      if (n % 7 === 0) await new Promise(setImmediate)
    }
    await until(() => got.length === 300, 'everything')
    expect(client.io.engine.transport.name).toBe('polling')
    expect(got).toEqual(upTo(299))
  })

  it('[SOCK-7] who changes from polling to a WebSocket meanwhile gets everything once, in order', async () => {
    const hall = await openHall()
    const { client, got } = await listen(hall, { transports: ['polling', 'websocket'] })
    let sent = 0
    const isUpgraded = () => client.io.engine.transport.name === 'websocket' && hall.screens[0]!.conn.upgraded
    await until(() => {
      for (let i = 0; i < 5; i += 1) hall.short('turnout', { n: sent++ })
      return isUpgraded()
    }, 'the upgrade')
    for (let i = 0; i < 20; i += 1) {
      hall.short('turnout', { n: sent++ })
      await new Promise(setImmediate)
    }
    await until(() => got.length === sent, 'everything')
    expect(got).toEqual(upTo(sent - 1))
  })

  it('[SOCK-7] who has agreed on compression gets everything, compressed', async () => {
    const hall = await openHall({ perMessageDeflate: { threshold: 0 } })
    const { got } = await listen(hall, { transports: ['websocket'], perMessageDeflate: { threshold: 0 } })
    let plain = 0
    hall.screens[0]!.conn.on('packetCreate', () => (plain += 1))
    for (let n = 0; n < 20; n += 1) {
      hall.short('turnout', { n })
      await new Promise(setImmediate)
    }
    await until(() => got.length === 20, 'everything')
    expect(got).toEqual(upTo(19))
    expect(plain).toBe(20)
  })
})

describe('a phone that does not read', () => {
  it('[SOCK-8] makes nobody wait, is kept nothing for, and has the latest of each event when it reads again', async () => {
    const hall = await openHall()
    const [quick, slow] = [await connectRaw(hall), await connectRaw(hall)]
    slow.tcp.pause()
    const rounds = 200
    const text = 'x'.repeat(40_000)
    let most = 0
    let longestMs = 0
    for (let n = 0; n < rounds; n += 1) {
      const began = performance.now()
      hall.short('update', { n, text })
      hall.short('turnout', { n })
      await until(() => quick.length() > (n + 1) * text.length, 'the quick one to have it')
      longestMs = Math.max(longestMs, performance.now() - began)
      const { socket: below } = slow.socket.conn.transport as unknown as { socket: { bufferedAmount: number } }
      most = Math.max(most, below.bufferedAmount)
    }
    await until(() => numbersIn(quick.messages(), 'turnout').length === rounds, 'the quick one to have all')
    expect(numbersIn(quick.messages(), 'update')).toHaveLength(rounds)
    expect(longestMs).toBeLessThan(2_000)
    // Beyond what the kernel took there is one message at most, and it was stuck for most of the time.
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(2 * text.length)

    // An answer to it alone waits its turn and is not lost.
    slow.socket.emit('mine', { n: 7 })
    slow.tcp.resume()
    await until(() => numbersIn(slow.messages(), 'update').at(-1) === rounds - 1, 'the latest update')
    await until(() => numbersIn(slow.messages(), 'turnout').at(-1) === rounds - 1, 'the latest turnout')
    expect(numbersIn(slow.messages(), 'mine')).toEqual([7])
    const updates = numbersIn(slow.messages(), 'update')
    expect(updates.length).toBeLessThan(rounds)
    expect(updates).toEqual([...new Set(updates)].sort((a, b) => a - b))

    // And from now on it is one of all again.
    const had = slow.messages().length
    hall.short('turnout', { n: rounds })
    await until(() => slow.messages().length === had + 1, 'the next one')
  })

  it('[SOCK-8] goes without a trace when it goes', async () => {
    const hall = await openHall()
    const [quick, slow] = [await connectRaw(hall), await connectRaw(hall)]
    slow.tcp.pause()
    for (let n = 0; n < 300; n += 1) hall.short('update', { n, text: 'x'.repeat(20_000) })
    slow.tcp.destroy()
    await until(() => !slow.socket.connected, 'the slow one to be gone')
    hall.short('turnout', { n: 1 })
    await until(() => numbersIn(quick.messages(), 'turnout').length === 1, 'the other one to hear the next')
  })
})
