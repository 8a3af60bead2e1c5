import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import {
  closeUnderFire,
  closeVote,
  killOne,
  lookBehind,
  openVotes,
  Phone,
  recast,
  sealAndCheck,
  victims,
  type Behind,
} from '../harness/crowd.ts'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import type { TestRedis } from '../harness/redis.ts'
import { codeOn, Screen } from '../harness/screens.ts'
import { openWorkshop, signIn, type Desk } from '../harness/staff.ts'

/* The short form of P1, P2 and P4 of the promises; the long one is `npm run test:long`. */
const SEED = process.env.SEED ?? String(Date.now())
const REPEAT = `SEED=${SEED} npx vitest run test/chaos`

describe(`kills, seed ${SEED}`, () => {
  let house: House
  let redis: TestRedis
  let desk: Desk
  let behind: Behind
  const random = seededRandom(SEED)
  beforeAll(async () => {
    const started = await startHouseOnServers()
    ;({ house, redis } = started)
    desk = await signIn(house)
    behind = await lookBehind(redis.url, started.databaseUrl)
  })

  it('[CHAOS-1] what 50 residents wrote while server and Redis are killed 6 times is there, once', async () => {
    const { sessionId } = await openWorkshop(desk)
    const auth = { session: sessionId, screen: 'console' }
    const console_ = await new Screen(house.url, auth, { cookie: desk.cookie }).ready()
    const code = codeOn(console_)
    const phones = await Promise.all(Array.from({ length: 50 }, (_, n) => Phone.join(house.url, code, n)))
    const opened = await console_.deliver({ type: 'openActivity', activity: 'a1' })
    expect(opened, REPEAT).toMatchObject({ ok: true })
    const said: string[] = []
    const writing = phones.map(async (phone, n) => {
      for (let turn = 1; turn <= 5; turn += 1) {
        const text = `${n}번 참여자의 ${turn}번째 의제`
        const answer = await phone.deliver({ type: 'submitIssue', activity: 'a1', text })
        expect(answer, REPEAT).toMatchObject({ ok: true })
        said.push(text)
        await sleep(random() * 1_000)
      }
    })
    for (const victim of victims(3, 3, random)) {
      await sleep(random() * 300)
      expect(said.length, `killed while they write; ${REPEAT}`).toBeLessThan(250)
      await killOne(victim, house, redis)
    }
    await Promise.all(writing)
    const issues = () =>
      console_.latest?.role === 'console' ? console_.latest.view.issues.map(({ text }) => text) : []
    await until(() => issues().length >= said.length, 'all issues on the console')
    expect(issues().sort(), REPEAT).toEqual(said.sort())
    for (const phone of phones) phone.close()
  })

  it('[CHAOS-2] of 2,000 acknowledged ballots, over 8 kills of the server and 4 of Redis, none is lost or doubled', async () => {
    const hall = await openVotes(house, desk, 1)
    const phones = await hall.phones(100)
    const history = new History()
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    let acked = 0
    const voting = phones.map((phone) => recast(phone, 'a1', history, { random, acked: () => (acked += 1) }))
    const order = victims(8, 4, random)
    let unheard = 0
    for (const [n, victim] of order.entries()) {
      await until(() => acked >= ((n + 1) * 2_000) / (order.length + 1), 'ballots between two kills')
      await sleep(random() * 200)
      const before = new Set(history.events.flatMap((event) => (event.type === 'told' ? [event.id] : [])))
      unheard += history.events.filter((event) => event.type === 'sent' && !before.has(event.id)).length
      await killOne(victim, house, redis)
    }
    await until(() => acked >= 2_000, '2,000 acknowledged ballots')
    await closeVote(hall, 'a1', history)
    await house.kill()
    await house.start()
    await Promise.all(voting)
    const sealed = await sealAndCheck(hall, 'a1', history, behind)
    expect(sealed.broken, REPEAT).toEqual([])
    expect(sealed.result.accepted, REPEAT).toBe(phones.length)
    expect(unheard, `ballots were under way when something was killed; ${REPEAT}`).toBeGreaterThan(0)
    expect(acked, REPEAT).toBeGreaterThanOrEqual(2_000)
    for (const phone of phones) phone.close()
  })

  it('[CHAOS-3] 10 votes are closed under fire: each ballot is acknowledged and counted, or refused as closed', async () => {
    const hall = await openVotes(house, desk, 10)
    const phones = await hall.phones(60)
    const told = { ok: 0, closed: 0 }
    for (let n = 1; n <= 10; n += 1) {
      const { ok, closed, broken } = await closeUnderFire(hall, phones, `a${n}`, random, behind)
      expect(broken, REPEAT).toEqual([])
      told.ok += ok
      told.closed += closed
    }
    expect(told.ok + told.closed, REPEAT).toBe(600)
    expect(Math.min(told.ok, told.closed), `the closings came between the ballots; ${REPEAT}`).toBeGreaterThan(0)
  })
})
