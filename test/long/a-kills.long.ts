import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { closeVote, killOne, lookBehind, openVotes, recast, sealAndCheck, victims } from '../harness/crowd.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import { signIn } from '../harness/staff.ts'
import { promise, SEED } from './promise.ts'

const ACKED = 100_000
const KILLS = { app: 100, redis: 100 }
const PHONES = 300
const VOTES = 10

promise('P1', `${ACKED} acked ballots over ${KILLS.app + KILLS.redis} kills, 0 lost`, async () => {
  const random = seededRandom(SEED)
  const { house, redis, databaseUrl } = await startHouseOnServers()
  const hall = await openVotes(house, await signIn(house), VOTES)
  const behind = await lookBehind(redis.url, databaseUrl)
  const phones = await hall.phones(PHONES)
  const order = victims(KILLS.app, KILLS.redis, random)
  const between = ACKED / (order.length + 1)
  const broken: string[] = []
  let [acked, kills] = [0, 0]
  for (let n = 1; n <= VOTES; n += 1) {
    const vote = `a${n}`
    const history = new History()
    await hall.direct({ type: 'openActivity', activity: vote })
    const voting = phones.map((phone) => recast(phone, vote, history, { random, acked: () => (acked += 1) }))
    const isLast = n === VOTES
    for (; kills < (order.length * n) / VOTES; kills += 1) {
      await until(() => acked >= (kills + 1) * between, 'ballots between two kills')
      await sleep(random() * 200)
      await killOne(order[kills]!, house, redis)
    }
    if (isLast) await until(() => acked >= ACKED, 'the last ballots')
    await closeVote(hall, vote, history)
    await Promise.all(voting)
    const sealed = await sealAndCheck(hall, vote, history, behind)
    broken.push(...sealed.broken)
    if (sealed.result.accepted !== PHONES) broken.push(`${vote} counts ${sealed.result.accepted} of ${PHONES}`)
  }
  return {
    found: `${acked} acked, ${kills} kills (${KILLS.app} app, ${KILLS.redis} Redis), ${broken.length} lost or wrong`,
    broken,
  }
})
