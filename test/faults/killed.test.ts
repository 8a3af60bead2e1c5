import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../server/live/keys.ts'
import { until } from '../harness/processes.ts'
import { secret } from '../harness/screens.ts'
import { build, onDisk, openSession, Vote, type Building, type Session } from './hall.ts'

describe('the server is killed', () => {
  let building: Building
  let session: Session
  beforeAll(async () => {
    building = await build()
    session = await openSession(building, { phones: 3, votes: 8 })
  })

  const places = [
    ['[FAULT-1] before the step in the store', 'toServer', 0],
    ['[FAULT-2] after the step in the store, before the answer', 'toClient', 1],
  ] as const
  it.each(places)('%s: sent again it is taken, and counts once', async (_name, loses, stored) => {
    const { house, toRedis } = building
    const vote = await Vote.open(session, 1 + stored)
    const [phone] = session.phones
    const id = secret()
    const trapped = toRedis.trap(id, loses)
    const sent = vote.cast(phone!, { i1: 1 }, { id, patienceMs: 1_000 })
    await trapped
    await house.kill()
    expect(await sent, 'nobody was told anything').toBeNull()
    expect(await vote.stored()).toBe(stored)
    await house.start()
    const back = performance.now()
    expect((await vote.deliver(phone!, { i1: 1 }, { id })).answer).toEqual({ ok: true, revision: 1 })
    expect(performance.now() - back).toBeLessThan(10_000)
    expect(await vote.stored()).toBe(1)
    expect(await vote.end()).toEqual([])
  })

  const moments = [
    ['the close', 'activityClosed', 'toServer', 3],
    ['the close, done', 'activityClosed', 'toClient', 4],
    ['the seal', 'voteSealed', 'toServer', 5],
    ['the seal, done', 'voteSealed', 'toClient', 6],
    ['the erasing', 'BGREWRITEAOF', 'toServer', 7],
    ['the erasing, begun', 'BGREWRITEAOF', 'toClient', 8],
  ] as const
  it.each(moments)('[FAULT-3] at %s: open or closed, and finished by itself', async (_name, text, loses, n) => {
    const { house, toRedis, store } = building
    const vote = await Vote.open(session, n)
    for (const phone of session.phones) await vote.deliver(phone, { i1: 1, i2: 1 })
    const voteKey = (await store.hget(keys.voteKeys(session.id), vote.id))!
    const trapped = toRedis.trap(text, loses)
    const closed = vote.close()
    await trapped
    const before = await vote.sealedText()
    await house.kill()
    const isOpen = (await store.hget(keys.frame(session.id), 'openVote')) === vote.id
    expect(isOpen).toBe(text === 'activityClosed' && loses === 'toServer')
    expect(before === null, 'what was there before the kill').toBe(
      text === 'activityClosed' || (text === 'voteSealed' && loses === 'toServer'),
    )
    // A rewriting that has begun may be done by now.
    if (text !== 'BGREWRITEAOF' || loses === 'toServer') expect(onDisk(building)).toContain(voteKey)
    await house.start()
    await closed
    const back = performance.now()
    await until(async () => (await vote.sealedText()) !== null, 'the seal, by itself', 10_000)
    expect(performance.now() - back).toBeLessThan(10_000)
    if (before !== null) expect(await vote.sealedText()).toBe(before)
    await until(() => !onDisk(building).includes(voteKey), 'the key of the slots to be gone from the disk', 10_000)
    expect(await vote.stored()).toBe(0)
    expect(await vote.settle()).toEqual([])
  })
})
