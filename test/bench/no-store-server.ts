import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

/*
 * What a vote costs without any store and without any rule: plain Socket.IO, ballots in a map, one turnout per audience
 * and tick. With `everybody` it does what such programs are often seen to do: every vote is told to everybody.
 */
const tellsEverybody = process.argv[2] === 'everybody'
const TICK_MS = { projector: 100, phone: 1_000 } as const
type Audience = keyof typeof TICK_MS

const http = createServer()
const server = new Server(http, { serveClient: false, pingInterval: 10_000, pingTimeout: 20_000 })
const ballots = new Map<string, unknown>()
const shown: Record<Audience, number> = { projector: -1, phone: -1 }

server.on('connection', (socket) => {
  const { seat } = socket.handshake.auth as { seat?: string }
  void socket.join(seat ? 'phone' : 'projector')
  socket.emit('snapshot', {})
  socket.on('command', (command: { revision: number; ballot: unknown }, acknowledge: (answer: object) => void) => {
    ballots.set(seat ?? '', command.ballot)
    acknowledge({ ok: true, revision: command.revision })
    if (tellsEverybody) server.emit('turnout', turnout())
  })
})
const turnout = () => {
  const joined = server.sockets.sockets.size
  return { joined, voted: ballots.size, connected: joined, help: 0 }
}
for (const audience of tellsEverybody ? [] : (['projector', 'phone'] as const)) {
  setInterval(() => {
    const voted = ballots.size
    if (shown[audience] === voted) return
    shown[audience] = voted
    server.to(audience).emit('turnout', turnout())
  }, TICK_MS[audience])
}
process.on('message', (order) => {
  if (order === 'clear') ballots.clear()
})
process.once('disconnect', () => process.exit(0))
http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port))
