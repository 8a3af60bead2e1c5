import { seededRandom } from '../../shared/base/seeded-random.ts'
import { closeUnderFire, lookBehind, openVotes } from '../harness/crowd.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { signIn } from '../harness/staff.ts'
import { promise, SEED } from './promise.ts'

const PHONES = 300
const SESSIONS = 4
const VOTES = 25

promise('P4', `${PHONES} phones, ${SESSIONS * VOTES} closings, 0 in between`, async () => {
  const random = seededRandom(SEED)
  const { house, redis, databaseUrl } = await startHouseOnServers()
  const desk = await signIn(house)
  const behind = await lookBehind(redis.url, databaseUrl)
  const told = { ok: 0, closed: 0 }
  const broken: string[] = []
  for (let session = 0; session < SESSIONS; session += 1) {
    const hall = await openVotes(house, desk, VOTES)
    const phones = await hall.phones(PHONES)
    for (let n = 1; n <= VOTES; n += 1) {
      const one = await closeUnderFire(hall, phones, `a${n}`, random, behind)
      told.ok += one.ok
      told.closed += one.closed
      broken.push(...one.broken)
    }
    for (const phone of phones) phone.close()
  }
  if (told.ok === 0 || told.closed === 0) broken.push('no closing came between the ballots')
  return { found: `${told.ok} counted, ${told.closed} refused as closed, ${broken.length} in between`, broken }
})
