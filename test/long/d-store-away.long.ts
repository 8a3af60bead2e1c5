import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../client/net/backoff.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { memoryKb } from '../bench/machine.ts'
import { closeVote, lookBehind, openVotes, recast, sealAndCheck } from '../harness/crowd.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import { signIn } from '../harness/staff.ts'
import { above, promise, seconds, SEED } from './promise.ts'

const PHONES = 300
const AWAY_MS = 30_000
const ways = ['killed', 'paused'] as const

promise('P9', 'store away for 30 s: no false ack, all delivered ≤ 15 s after, memory + < 100 MB', async () => {
  const random = seededRandom(SEED)
  const { house, redis, databaseUrl } = await startHouseOnServers()
  const hall = await openVotes(house, await signIn(house), ways.length)
  const behind = await lookBehind(redis.url, databaseUrl)
  const phones = await hall.phones(PHONES, backoffMs)
  const broken: string[] = []
  const found: string[] = []
  for (const [n, way] of ways.entries()) {
    const vote = `a${n + 1}`
    const history = new History()
    let acked = 0
    await hall.direct({ type: 'openActivity', activity: vote })
    const voting = phones.map((phone) => recast(phone, vote, history, { random, acked: () => (acked += 1) }))
    await until(() => acked > 2 * PHONES, 'a vote that is running')
    const before = memoryKb(house.pid())
    if (way === 'killed') await redis.kill()
    else redis.pause()
    // Answers that were on their way are read first.
    await sleep(1_000)
    const ackedBefore = acked
    let most = before
    for (const endsAt = performance.now() + AWAY_MS - 1_000; performance.now() < endsAt; await sleep(100)) {
      most = Math.max(most, memoryKb(house.pid()))
    }
    const falseAcks = acked - ackedBefore
    const waiting = undelivered(history)
    if (way === 'killed') await redis.restart()
    else redis.resume()
    const returnedAt = performance.now()
    await until(() => undelivered(history, waiting).length === 0, 'all ballots that waited', 60_000)
    const took = performance.now() - returnedAt
    await closeVote(hall, vote, history)
    await Promise.all(voting)
    const sealed = await sealAndCheck(hall, vote, history, behind)
    const moreMb = Math.round((most - before) / 1024)
    found.push(
      `${way}: ${falseAcks} false, ${waiting.length} of ${PHONES} waited, in after ${seconds(took)}, + ${moreMb} MB`,
    )
    broken.push(
      ...sealed.broken,
      ...above(`${way}: false acks`, falseAcks, 0),
      ...above(`${way}: ms until delivered`, took, 15_000),
      ...above(`${way}: MB more`, moreMb, 99),
      ...(waiting.length < PHONES / 2 ? [`${way}: hardly anybody noticed`] : []),
    )
  }
  return { found: found.join('; '), broken }
})

/** Commands that were sent and not answered for good; of these ids only, if there are any. */
function undelivered({ events }: History, of?: readonly string[]): string[] {
  const done = new Set(
    events.flatMap((event) =>
      event.type === 'told' && event.code !== 'busy' && event.code !== 'rate_limited' ? [event.id] : [],
    ),
  )
  const sent = of ?? [...new Set(events.flatMap((event) => (event.type === 'sent' ? [event.id] : [])))]
  return sent.filter((id) => !done.has(id))
}
