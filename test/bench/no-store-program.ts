import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { allows } from '../../server/accounts/roles.ts'
import { Broadcast } from '../../server/broadcast/index.ts'
import { Metrics } from '../../server/health/index.ts'
import { Live } from '../../server/live/index.ts'
import { keys } from '../../server/live/keys.ts'
import type { RedisClient } from '../../server/redis/connect.ts'
import { SocketDoor } from '../../server/socket/index.ts'
import type { DecidedCommand } from '../../shared/session/commands.ts'
import { loadRefusalTexts } from '../../shared/i18n/refusal-text.ts'
import { MemoryStore } from './memory-store.ts'

/** To the server: these seats are taken; or: everybody may vote anew. */
export type Order = { seats: string[] } | 'clear'

const log = pino({ level: 'warn' })
const store = new MemoryStore()
const live = new Live({ redis: store as unknown as RedisClient, log, now: Date.now })
const sessionId = randomUUID()
const opened = await live.open({
  sessionId,
  planId: randomUUID(),
  planTitle: 'Bench',
  title: 'Bench',
  heldAt: null,
  place: '',
  fields: [],
  agenda: [
    {
      id: 'a0',
      kind: 'collect',
      title: 'Collect',
      minutes: 5,
      settings: { askDetail: false, askField: false, perPerson: 20 },
    },
    {
      id: 'a1',
      kind: 'vote',
      title: 'Vote',
      minutes: 5,
      settings: { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } },
    },
  ],
  expected: 1_000,
  rehearsalOf: null,
})
const session = await live.session(sessionId)
if (!opened.ok || !session) throw new Error('the session could not be opened')

let commands = 0
const act = async (role: 'participant' | 'facilitator', command: DecidedCommand) => {
  const actor = role === 'participant' ? { role, seat: 'p0' } : { role, id: 'bench', name: '' }
  const answer = await live.act(session, 'bench', actor, `bench-${(commands += 1)}`, command)
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal}`)
}
await act('facilitator', { type: 'openActivity', activity: 'a0' })
for (let n = 0; n < 10; n += 1) {
  await act('participant', { type: 'submitIssue', activity: 'a0', text: `Issue ${n}`, detail: '', fieldId: null })
}
await act('facilitator', { type: 'closeActivity', activity: 'a0' })
await act('facilitator', { type: 'openActivity', activity: 'a1' })

const http = createServer()
const sockets = new SocketDoor({
  admission: { enter: () => Promise.resolve(true) },
  http,
  live,
  accounts: {
    accountOf: () => Promise.resolve(null),
    linkOf: () => Promise.resolve({ sessionId, role: 'projector', name: '' }),
  },
  allows,
  isOwnOrigin: () => true,
  health: {
    conditions: () => ({ loop: 'fine', store: 'fine', disk: 'elsewhere', memory: 'fine', freeMegabytes: null }),
  },
  metrics: new Metrics(),
  say: await loadRefusalTexts(),
  log,
})
sockets.open(new Broadcast({ live, wire: sockets.wire, publicUrl: 'http://bench', log, now: Date.now }))

process.on('message', (order: Order) => {
  if (order === 'clear') return store.clear(keys.ballots(sessionId, 'a1'))
  const seated = order.seats.map((seat) => live.join({ seat, code: opened.value.code }))
  void Promise.all(seated).then(() => process.send?.('seated'))
})
process.once('disconnect', () => process.exit(0))
http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port))
