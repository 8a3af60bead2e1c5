import { beforeAll, describe, expect, it } from 'vitest'
import { logLines } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { build, openSession, Vote, type Building, type Session } from './hall.ts'

const FILED_WITHIN_MS = 30_000

describe('PostgreSQL is away when a result is filed', () => {
  let building: Building
  let session: Session
  beforeAll(async () => {
    building = await build()
    session = await openSession(building, { phones: 2, votes: 5 })
  })

  /** A vote that two have cast in and that is sealed. */
  async function sealedVote(n: number): Promise<Vote> {
    const vote = await Vote.open(session, n)
    for (const phone of session.phones) await vote.deliver(phone, { i1: 1 })
    await vote.close()
    await until(() => vote.phase === 'sealed', 'the seal')
    return vote
  }

  const results = async ({ id }: Vote) =>
    (await building.db.selectFrom('results').select('digest').where('activity_id', '=', id).execute()).length

  it('[FAULT-10] cut: the console says "not yet filed", and it is filed once after the return', async () => {
    const { toDatabase, house } = building
    const vote = await sealedVote(1)
    await toDatabase.cut()
    const tries = house.output().split('not settled yet').length
    await vote.reveal()
    await until(() => house.output().split('not settled yet').length > tries, 'an attempt that failed', 15_000)
    expect([vote.phase, vote.isFiled, await results(vote)]).toEqual(['revealed', false, 0])
    await toDatabase.pass()
    await until(() => vote.isFiled, 'the filing', FILED_WITHIN_MS)
    expect(await vote.settle()).toEqual([])
  })

  it('[FAULT-10] [DB-12] cut in the middle of the COMMIT: the server lives, and it is filed once', async () => {
    const { toDatabase, house } = building
    const vote = await sealedVote(5)
    const pid = house.pid()
    const [trapped, resets] = [toDatabase.trap('commit', 'toClient'), toDatabase.resets]
    await vote.reveal()
    await trapped
    await toDatabase.cut()
    expect(toDatabase.resets).toBeGreaterThan(resets)
    expect([await results(vote), vote.isFiled]).toEqual([1, false])
    await toDatabase.pass()
    await until(() => vote.isFiled, 'the filing', FILED_WITHIN_MS)
    expect(house.pid()).toBe(pid)
    expect(logLines(house.output(), 50)).toEqual([])
    expect(await vote.settle()).toEqual([])
  })

  it('[FAULT-11] [DB-11] the answer to COMMIT never comes: not yet filed, then filed, once', async () => {
    const { toDatabase } = building
    const vote = await sealedVote(2)
    const trapped = toDatabase.trap('commit', 'toClient')
    await vote.reveal()
    await trapped
    expect(await results(vote), 'it was committed').toBe(1)
    await until(() => vote.phase === 'revealed', 'the reveal on the console')
    expect(vote.isFiled).toBe(false)
    await until(() => vote.isFiled, 'the filing', FILED_WITHIN_MS)
    expect(await vote.settle()).toEqual([])
  })

  const moments = [
    ['before the COMMIT', 'toServer', 0],
    ['between the COMMIT and its confirmation', 'toClient', 1],
  ] as const
  it.each(moments)('[FAULT-12] the server is killed %s: filed by the next, once', async (_name, loses, there) => {
    const { toDatabase, house } = building
    const vote = await sealedVote(3 + there)
    const trapped = toDatabase.trap('commit', loses)
    await vote.reveal()
    await trapped
    await house.kill()
    expect(await results(vote)).toBe(there)
    await house.start()
    await until(() => vote.isFiled, 'the filing', FILED_WITHIN_MS)
    expect(await vote.settle()).toEqual([])
  })
})
