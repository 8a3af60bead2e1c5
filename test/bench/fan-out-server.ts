import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { FanOut, forgetRequest } from '../../server/socket/fan-out.ts'

export type Way = 'ws' | 'plain' | 'short'
/** To the server: send so many messages of so many bytes; or: everybody has one more of them. */
export type Order = { broadcasts: number; bytes: number } | 'got'
export type Report = { port: number } | { cpuMs: number }

/* So many messages on their way at once: enough to keep the server busy, too few to fill anybody's buffer. */
const WINDOW = 4

/** One of the ways to tell all screens of a room something, in a process of its own. */
async function serve(way: Way): Promise<void> {
  const http = createServer()
  const tell = way === 'ws' ? byWs(http) : bySocketIo(http, way)
  let left = 0
  let onTheWay = 0
  let bytes = 0
  let began = process.cpuUsage()
  const goOn = () => {
    for (; left > 0 && onTheWay < WINDOW; left -= 1) {
      onTheWay += 1
      tell(bytes)
    }
    if (left + onTheWay > 0) return
    const { user, system } = process.cpuUsage(began)
    process.send?.({ cpuMs: (user + system) / 1000 } satisfies Report)
  }
  process.on('message', (order: Order) => {
    if (order === 'got') onTheWay -= 1
    else {
      left = order.broadcasts
      bytes = order.bytes
      began = process.cpuUsage()
    }
    goOn()
  })
  process.once('disconnect', () => process.exit(0))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  process.send?.({ port: (http.address() as AddressInfo).port } satisfies Report)
}

const AROUND = '42["update",{"text":""}]'.length
const messageOf = (bytes: number) => ({ text: 'x'.repeat(bytes - AROUND) })

function byWs(http: ReturnType<typeof createServer>): (bytes: number) => void {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  return (bytes) => {
    // A buffer, as a careful loop has it: a string would be encoded once more for each phone.
    const text = Buffer.from(`42${JSON.stringify(['update', messageOf(bytes)])}`)
    for (const client of server.clients) client.send(text, { binary: false })
  }
}

function bySocketIo(http: ReturnType<typeof createServer>, way: 'plain' | 'short'): (bytes: number) => void {
  const server = new Server(http, { serveClient: false })
  const fanOut = new FanOut(server)
  server.on('connection', (socket) => {
    forgetRequest(socket)
    void socket.join('room')
  })
  return (bytes) => {
    if (way === 'short') fanOut.send('room', 'update', messageOf(bytes))
    else server.to('room').emit('update', messageOf(bytes))
  }
}

await serve(process.argv[2] as Way)
