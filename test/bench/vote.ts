import { fork } from 'node:child_process'
import { join as path } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { voteToProjector, type TimedBallot, type TimedTurnout } from '../../server/rehearsal/vote-to-projector.ts'
import { until } from '../harness/processes.ts'
import { addressOf, Client } from './client.ts'
import { median, medians, round, ROUNDS, spread, table } from './figures.ts'
import { ballotOf, envelope, inHouse, join, openSession, secret, turnoutIn, type BenchHouse } from './house.ts'
import { cpuMs } from './machine.ts'

const PHONES = 1_000
const SECONDS = 10
const ADDRESSES = 8

/** What one vote of a thousand costs the program, with its durable store, and what it would cost without any. */
export async function vote() {
  return inHouse(async (house) => {
    const [program, bare] = [await openProgram(house), await openBare()]
    try {
      const rows: { program: Row[]; bare: Row[] } = { program: [], bare: [] }
      for (let n = 0; n < ROUNDS; n += 1) {
        await program.begin(n)
        rows.program.push(await measure(program))
        await program.end(n)
        bare.begin()
        rows.bare.push(await measure(bare))
      }
      const ratios = rows.program.map((row, n) => row['CPU s app'] / rows.bare[n]!['CPU s app'])
      const shown = [
        { way: 'no store, no rule', ...medians(rows.bare), 'app to bare': 1 },
        { way: 'the program, durable', ...medians(rows.program), 'app to bare': round(median(ratios)) },
      ]
      const title = `Vote: ${PHONES} phones once each within ${SECONDS} s, medians of ${ROUNDS}; times in ms`
      return { text: table(title, shown), rows: shown }
    } finally {
      program.close()
      bare.close()
    }
  })
}

type Row = Record<
  'CPU s app' | 'CPU s store' | 'ack p50' | 'ack p95' | 'ack p99' | 'wall p50' | 'wall p99' | 'bytes a phone',
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

async function measure(side: Side): Promise<Row> {
  side.turnouts = []
  side.bytes = 0
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
  await until(() => side.turnouts.at(-1)?.voted === PHONES, 'the projector to show all', 10_000)
  // The last tick of the phones belongs to it.
  await sleep(1_200)
  const after = costs(side)
  const { p50, p95, p99 } = spread(acks)
  const wall = spread(voteToProjector(cast, side.turnouts))
  return {
    'CPU s app': (after.app - before.app) / 1000,
    'CPU s store': (after.store - before.store) / 1000,
    'ack p50': p50,
    'ack p95': p95,
    'ack p99': p99,
    'wall p50': wall.p50,
    'wall p99': wall.p99,
    'bytes a phone': Math.round(side.bytes / PHONES),
  }
}

const costs = ({ pid, storePid }: Side) => ({ app: cpuMs(pid), store: storePid === undefined ? 0 : cpuMs(storePid) })

async function openProgram(house: BenchHouse) {
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

async function openBare() {
  const child = fork(path(import.meta.dirname, 'no-store-server.js'))
  const port = await new Promise<number>((resolve) => child.once('message', (port: number) => resolve(port)))
  const url = `http://127.0.0.1:${port}`
  const side: Side = { pid: child.pid!, storePid: undefined, phones: [], activity: 'a1', turnouts: [], bytes: 0 }
  const onEvent = (_event: string, text: string) => void (side.bytes += text.length)
  for (let n = 0; n < PHONES; n += 1) {
    side.phones.push(await Client.open({ url, auth: { seat: secret() }, address: addressOf(n, ADDRESSES), onEvent }))
  }
  const projector = await Client.open({ url, auth: { link: 'projector' }, onEvent: watch(side) })
  return Object.assign(side, {
    begin: () => child.send('clear'),
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
