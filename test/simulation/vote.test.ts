import { beforeAll, expect, it, vi } from 'vitest'
import { Dice, Tally } from './dice.ts'

import { connectWaiting, untilReady, type RedisClient } from '../../server/redis/connect.ts'
import { filedOf } from '../harness/known-session.ts'
import { silent } from '../harness/live.ts'
import { planRoom } from '../harness/plans.ts'
import { atTheEnd, startRedis } from '../harness/services.ts'
import { VOTE } from './surroundings.ts'
import { live, sessionOf, type Outside, type Outcome } from './world.ts'

const ids = vi.hoisted(() => ({ next: () => '' }))
vi.mock('../../client/net/ids.ts', () => ({ newCommandId: () => ids.next(), newSeatToken: () => ids.next() }))

it('first', async () => {
  const server = await startRedis({ appendonly: 'no' })
  const redis = connectWaiting(server.path, silent)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  const tally = new Tally()
  const N = Number(process.env.SEEDS ?? 20)
  const t0 = performance.now()
  let bad = 0, ballots = 0, events = 0
  for (let seed = 1; seed <= N; seed += 1) {
    let n = 0
    ids.next = () => `id-${seed}-${n += 1}-of-a-phone`
    const out = await live(seed, { redis, plan: null })
    tally.addAll(out.tally)
    ballots += out.ballots
    events += out.trace.length
    if (out.broken.length) { bad += 1; if (bad < 4) console.log(seed, out.broken, out.trace.length, out.trace.slice(0,Number(process.env.LINES ?? 0)).join('\n')) }
  }
  console.log('ms per seed', (performance.now() - t0) / N, 'bad', bad, 'ballots', ballots, 'events', events / N)
  console.log([...tally.counts].sort().map(([k, v]) => `${k} ${v}`).join('\n'))
}, 600_000)
