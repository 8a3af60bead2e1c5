import { fork, type ChildProcess } from 'node:child_process'
import { join as path } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { voteToProjector, type TimedBallot, type TimedTurnout } from '../../server/rehearsal/vote-to-projector.ts'
import { until } from '../harness/processes.ts'
import { addressOf, Client } from './client.ts'
import { median, medians, round, ROUNDS, spread, table } from './figures.ts'
import {
  ballotOf,
  connectSeat,
  envelope,
  inHouse,
  join,
  openSession,
  secret,
  turnoutIn,
  type BenchHouse,
} from './house.ts'
import { cpuMs } from './machine.ts'
import type { Order } from './no-store-program.ts'

const PHONES = 1_000
const SECONDS = 10
const ADDRESSES = 8
const TEN_MINUTES_MS = 600_000

/**
 * What one vote of a thousand costs the program with its durable store; the same program with its store in memory; a
 * Socket.IO server that has neither store nor rules; and once, for it takes long, one that tells every vote to everybody.
 */
export async function vote() {
  return inHouse(async (house) => {
    const sides = {
      'no store, no rule': await openBare('no-store-server.js'),
      'the program without a store': await openNoStore(),
      'the program, durable': await openProgram(house),
    }
    try {
      const rows: Record<string, Row[]> = {}
      for (let n = 0; n < ROUNDS; n += 1) {
        for (const [way, side] of Object.entries(sides)) {
          await side.begin(n)
          ;(rows[way] ??= []).push(await measure(side))
          await side.end?.(n)
        }
      }
      const ratioTo = (other: string, way: string) =>
        round(median(rows[way]!.map((row, n) => row['CPU s, both'] / rows[other]![n]!['CPU s, both'])))
      const shown: Record<string, string | number>[] = Object.entries(rows).map(([way, measured]) => ({
        way,
        ...medians(measured),
        'to no store': ratioTo('the program without a store', way),
        'to bare': ratioTo('no store, no rule', way),
      }))
      shown.push({ way: 'every vote to everybody, once', ...(await measureEverybody()) })
      const title = `Vote: ${PHONES} phones once each within ${SECONDS} s, medians of ${ROUNDS}; times in ms`
      return { text: table(title, shown), rows: shown }
    } finally {
      for (const side of Object.values(sides)) side.close()
    }
  })
}

async function measureEverybody(): Promise<Row> {
  const side = await openBare('no-store-server.js', 'everybody')
  try {
    return medians([await measure(side)])
  } finally {
    side.close()
  }
}

type Row = Record<
  | 'CPU s app'
  | 'CPU s store'
  | 'CPU s, both'
  | 'ack p50'
  | 'ack p95'
  | 'ack p99'
  | 'wall p50'
  | 'wall p99'
  | 'kB a phone in 10 min',
  number
>

interface Side {
  pid: number
  storePid: number | undefined
  phones: Client[]
  activity: string
  turnouts: TimedTurnout[]
  /** of all phones together */
  bytes: number
}

interface Competitor extends Side {
  begin(round: number): Promise<void>
  end?(round: number): Promise<void>
  close(): void
}

async function measure(side: Side): Promise<Row> {
  side.turnouts = []
  side.bytes = 0
  const began = performance.now()
  const acks: number[] = []
  const cast: TimedBallot[] = []
  const before = costs(side)
  await Promise.all(
    side.phones.map(async (phone, n) => {
      await sleep(Math.random() * SECONDS * 1000)
      const command = { type: 'castBallot', activity: side.activity, revision: 1, ballot: ballotOf(n) }
      const sentAt = performance.now()
      const answer = await phone.ask('command', { ...envelope(), ...command })
      if (!answer.includes('"ok":true')) throw new Error(`a ballot was refused: ${answer}`)
      cast.push({ activity: side.activity, sentAt, ackedAt: performance.now() })
      acks.push(performance.now() - sentAt)
    }),
  )
  await until(() => side.turnouts.at(-1)?.voted === PHONES, 'the projector to show all', 60_000)
  // The last tick of the phones belongs to it.
  await sleep(1_200)
  const after = costs(side)
  const { p50, p95, p99 } = spread(acks)
  const wall = spread(voteToProjector(cast, side.turnouts))
  return {
    'CPU s app': (after.app - before.app) / 1000,
    'CPU s store': (after.store - before.store) / 1000,
    'CPU s, both': (after.app + after.store - before.app - before.store) / 1000,
    'ack p50': p50,
    'ack p95': p95,
    'ack p99': p99,
    'wall p50': wall.p50,
    'wall p99': wall.p99,
    'kB a phone in 10 min': ((side.bytes / PHONES / (performance.now() - began)) * TEN_MINUTES_MS) / 1000,
  }
}

const costs = ({ pid, storePid }: Side) => ({ app: cpuMs(pid), store: storePid === undefined ? 0 : cpuMs(storePid) })

async function openProgram(house: BenchHouse): Promise<Competitor> {
  const hall = await openSession(house, ROUNDS)
  const side: Side = { pid: house.pid, storePid: house.redisPid, phones: [], activity: 'a1', turnouts: [], bytes: 0 }
  const onEvent = (_event: string, text: string) => void (side.bytes += text.length)
  const joining = Array.from({ length: PHONES }, (_, n) => join(house.url, hall.code, secret(), n, ADDRESSES, onEvent))
  side.phones = await Promise.all(joining)
  const projector = await Client.open({ url: house.url, auth: { link: hall.projector }, onEvent: watch(side) })
  return Object.assign(side, {
    begin: async (n: number) => {
      side.activity = `a${n + 1}`
      await hall.direct({ type: 'openActivity', activity: side.activity })
      await sleep(1_200)
    },
    end: async (n: number) => {
      await hall.direct({ type: 'closeActivity', activity: `a${n + 1}` })
      await sleep(1_500)
    },
    close: () => [...side.phones, projector, hall].forEach((one) => one.close()),
  })
}

/** Plain Socket.IO: phones are known by what they say they are. */
async function openBare(program: string, ...args: string[]) {
  const { child, side } = await openChild(program, args)
  const onEvent = (_event: string, text: string) => void (side.bytes += text.length)
  for (let n = 0; n < PHONES; n += 1) {
    const address = addressOf(n, ADDRESSES)
    side.phones.push(await Client.open({ url: side.url, auth: { seat: secret() }, address, onEvent }))
  }
  return withProjector(side, child)
}

async function openNoStore() {
  const { child, side } = await openChild('no-store-program.js', [])
  const seats = Array.from({ length: PHONES }, () => secret())
  const seated = new Promise((resolve) => child.once('message', resolve))
  child.send({ seats } satisfies Order)
  await seated
  const onEvent = (_event: string, text: string) => void (side.bytes += text.length)
  for (const [n, seat] of seats.entries()) side.phones.push(await connectSeat(side.url, seat, n, ADDRESSES, onEvent))
  return withProjector(side, child)
}

async function openChild(program: string, args: string[]) {
  const child = fork(path(import.meta.dirname, program), args)
  const port = await new Promise<number>((resolve) => child.once('message', (port: number) => resolve(port)))
  const url = `http://127.0.0.1:${port}`
  const side = { url, pid: child.pid!, storePid: undefined, phones: [], activity: 'a1', turnouts: [], bytes: 0 }
  return { child, side: side as Side & { url: string } }
}

async function withProjector(side: Side & { url: string }, child: ChildProcess): Promise<Competitor> {
  const auth = { link: 'a-projector-of-the-benchmark' }
  const projector = await Client.open({ url: side.url, auth, onEvent: watch(side) })
  return Object.assign(side, {
    begin: async () => {
      child.send('clear' satisfies Order)
      // Nobody has voted is on the screens before the first one does.
      await sleep(1_200)
    },
    close: () => {
      for (const one of [...side.phones, projector]) one.close()
      child.kill('SIGTERM')
    },
  })
}

const watch = (side: Side) => (event: string, text: string) => {
  if (event !== 'turnout') return
  const { voted } = turnoutIn(text)
  if (voted !== null) side.turnouts.push({ activity: side.activity, at: performance.now(), voted })
}
