import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { connectWaiting, untilReady, type RedisClient } from '../../server/redis/connect.ts'
import { filedOf, knownSessions } from '../harness/known-session.ts'
import { silent } from '../harness/live.ts'
import { planRoom } from '../harness/plans.ts'
import { atTheEnd, startRedis } from '../harness/services.ts'
import { Tally } from './dice.ts'
import { expected } from './expected.ts'
import { VOTE } from './surroundings.ts'
import { live, sessionOf, type Outcome } from './world.ts'

/* SEEDS=100000 for a night; SEED=… repeats one world and shows all that happened in it. */
const ONE = process.env.SEED === undefined ? null : Number(process.env.SEED)
const SEEDS = ONE === null ? Number(process.env.SEEDS ?? 2000) : 1
const seeds = ONE === null ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [ONE]
/* A filing in the real database takes as long as a whole world without it. */
const isFiled = (seed: number) => seed % 20 === 0
const REPEATED = [3, 7, 11, 19, 20, 23, 40, 41]
const MOST_FAILURES = 3

// The only chance of the client's that has no seed: ids of commands.
const ids = vi.hoisted(() => ({ seed: 0, last: 0 }))
vi.mock('../../client/net/ids.ts', () => ({ newCommandId: () => `command-${ids.seed}-${(ids.last += 1)}` }))

let redis: RedisClient
let room: Awaited<ReturnType<typeof planRoom>>
const tally = new Tally()

beforeAll(async () => {
  // Nodes and messages are lost here, never the store: it needs no disk.
  const server = await startRedis({ appendonly: 'no' })
  redis = connectWaiting(server.path, silent)
  // Every world lays its nodes on the same connection.
  redis.setMaxListeners(0)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
})

beforeEach(async () => {
  room = await planRoom()
})

const know = (wanted: number[]) => knownSessions(room, wanted.filter(isFiled).map(sessionOf))

function world(seed: number): Promise<Outcome> {
  Object.assign(ids, { seed, last: 0 })
  const { plans, db } = room
  const plan = {
    markSession: (...marked: Parameters<typeof plans.markSession>) => plans.markSession(...marked),
    fileResult: (result: { text: string; digest: string }) => plans.fileResult(result),
    fileRecord: (record: Parameters<typeof plans.fileRecord>[0]) => plans.fileRecord(record),
    filed: (session: string) => filedOf(db, session, VOTE),
  }
  return live(seed, { redis, plan: isFiled(seed) ? plan : null })
}

it('[SIM-1] the same seed is the same history, to the last event', async () => {
  const run = async () => {
    room = await planRoom()
    await know(REPEATED)
    const outcomes: Outcome[] = []
    for (const seed of REPEATED) outcomes.push(await world(seed))
    return outcomes.map(({ trace, history, broken }) => ({ trace, events: history.events, broken }))
  }
  const first = await run()
  expect(await run()).toEqual(first)
  expect(first[0]!.trace.length).toBeGreaterThan(100)
  expect(first[0]!.trace).not.toEqual(first[1]!.trace)
})

it(
  `[SIM-2] ${SEEDS} worlds: the invariants hold, and all comes to rest`,
  { timeout: 120_000 + SEEDS * 300 },
  async () => {
    await know(seeds)
    const failures: string[] = []
    for (const seed of seeds) {
      const outcome = await world(seed)
      tally.addAll(outcome.tally)
      tally.add('votes cast', outcome.ballots)
      if (outcome.broken.length === 0) continue
      failures.push(`SEED=${seed} npx vitest run test/simulation\n${outcome.broken.join('\n')}`)
      if (ONE !== null) failures.push(...outcome.trace)
      if (failures.length >= MOST_FAILURES) break
    }
    expect(failures, failures.join('\n')).toEqual([])
  },
)

it.skipIf(ONE !== null)('[SIM-3] every kind of trouble was met, so that the simulation is not blind', () => {
  const share = SEEDS / 2000
  const rare = Object.entries(expected).flatMap(([kind, least]) => {
    const met = tally.counts.get(kind) ?? 0
    return met >= Math.floor(least * share) ? [] : [`${kind}: ${met} times, and not ${least * share}`]
  })
  expect(rare).toEqual([])
})
