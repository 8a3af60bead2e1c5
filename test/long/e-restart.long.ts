import { backoffMs } from '../../client/net/backoff.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { closeVote, lookBehind, openVotes, recast, sealAndCheck } from '../harness/crowd.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import { signIn } from '../harness/staff.ts'
import { above, promise, seconds, SEED } from './promise.ts'

const PHONES = 300
const RESTARTS = 5

promise('P11', `${RESTARTS} restarts during a vote: reconnect ≤ 10 s, clean exit ≤ 15 s, nothing lost`, async () => {
  const random = seededRandom(SEED)
  const { house, redis, databaseUrl } = await startHouseOnServers()
  const hall = await openVotes(house, await signIn(house), 1)
  const behind = await lookBehind(redis.url, databaseUrl)
  const phones = await hall.phones(PHONES, backoffMs)
  const history = new History()
  let acked = 0
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  const voting = phones.map((phone) => recast(phone, 'a1', history, { random, acked: () => (acked += 1) }))
  const exits: number[] = []
  const codes: (number | null)[] = []
  const returns: number[] = []
  for (let n = 1; n <= RESTARTS; n += 1) {
    await until(() => acked >= n * 2 * PHONES, 'a vote that is running')
    const stoppedAt = performance.now()
    codes.push(await house.stop())
    exits.push(performance.now() - stoppedAt)
    await house.start()
    const readyAt = performance.now()
    await until(() => phones.every(({ seenAt }) => seenAt > stoppedAt), 'all phones', 60_000)
    returns.push(performance.now() - readyAt)
  }
  await closeVote(hall, 'a1', history)
  await Promise.all(voting)
  const sealed = await sealAndCheck(hall, 'a1', history, behind)
  const [slowest, longest] = [Math.max(...returns), Math.max(...exits)]
  return {
    found: `all back ${seconds(slowest)} after it was ready, exit ${codes.join(' ')} within ${seconds(longest)}, ${sealed.broken.length} lost or wrong of ${acked}`,
    broken: [
      ...sealed.broken,
      ...above('ms until all were back', slowest, 10_000),
      ...above('ms until it had ended', longest, 15_000),
      ...(codes.every((code) => code === 0) ? [] : [`it ended with ${codes.join(', ')}`]),
    ],
  }
})
