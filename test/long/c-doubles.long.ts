import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { closeVote, lookBehind, openVotes, Phone, sealAndCheck, someBallot } from '../harness/crowd.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { secret } from '../harness/screens.ts'
import { signIn } from '../harness/staff.ts'
import { promise, SEED } from './promise.ts'

const PHONES = 300
const LINES = 5
const TIMES = 50

promise(
  'P2',
  `${PHONES} ballots, each ${TIMES} times over ${LINES} connections: 0 doubles, the same answer`,
  async () => {
    const random = seededRandom(SEED)
    const { house, redis, databaseUrl } = await startHouseOnServers()
    const hall = await openVotes(house, await signIn(house), 1)
    const behind = await lookBehind(redis.url, databaseUrl)
    const phones = await hall.phones(PHONES)
    const history = new History()
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    let sendings = 0
    const answers = await Promise.all(
      phones.map(async (first, n) => {
        const others = Array.from({ length: LINES - 1 }, () => new Phone(house.url, first.seat, n))
        const ballot = someBallot(random)
        const id = secret()
        const told = await Promise.all(
          [first, ...others].map(async (line) => {
            const said = []
            for (let turn = 0; turn < TIMES / LINES; turn += 1) {
              said.push(JSON.stringify(await line.cast('a1', 1, ballot, history, id)))
              sendings += 1
              // All lines of a participant together may send four a second.
              await sleep(1_250 + random() * 100)
            }
            return said
          }),
        )
        for (const line of others) line.close()
        return new Set(told.flat())
      }),
    )
    await closeVote(hall, 'a1', history)
    const sealed = await sealAndCheck(hall, 'a1', history, behind)
    const differing = answers.filter((one) => one.size !== 1 || ![...one][0]?.includes('"ok":true')).length
    const doubles = sealed.result.accepted - PHONES
    return {
      found: `${sendings} sent and answered, ${doubles} doubles, ${differing} with another answer`,
      broken: [
        ...sealed.broken,
        ...(doubles === 0 ? [] : [`${sealed.result.accepted} counted of ${PHONES}`]),
        ...(differing === 0 ? [] : [`${differing} ballots were answered in two ways`]),
      ],
    }
  },
)
