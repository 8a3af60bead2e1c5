import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { keys } from '../../server/live/keys.ts'
import { limits } from '../../shared/base/limits.ts'
import { API } from '../../shared/protocol/http.ts'
import { logLines } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone, Screen, secret } from '../harness/screens.ts'
import { signIn } from '../harness/staff.ts'
import { build, openConsole, openSession, viewOn, Vote, voteId, type Building, type Session } from './hall.ts'

let building: Building
let session: Session
beforeAll(async () => {
  building = await build()
  session = await openSession(building, { phones: 50, votes: 15 })
})

it('[FAULT-30] two tabs or a copied token: the revision decides, the loser sees the stored ballot, one counts', async () => {
  const vote = await Vote.open(session, 1)
  const [tab] = session.phones
  const other = Object.assign(await new Screen(building.house.url, { seat: tab!.seat }).ready(), { seat: tab!.seat })
  const answers = await Promise.all([vote.cast(tab!, { i1: 1 }), vote.cast(other, { i2: 1 })])
  const [won, lost] = [answers.find((answer) => answer?.ok), answers.find((answer) => !answer?.ok)]
  expect(won).toEqual({ ok: true, revision: 1 })
  const ballot = answers[0] === won ? { stickers: { i1: 1 } } : { stickers: { i2: 1 } }
  expect(lost).toMatchObject({ code: 'conflict', retryable: false, stored: { revision: 1, ballot } })
  await until(() => [tab, other].some((screen) => screen?.mine?.ballot !== null), 'the other tab to be shown it')
  expect(await vote.stored()).toBe(1)
  other.close()
  expect(await vote.end()).toEqual([])
})

it('[FAULT-31] storage cleared: a new device, as long as there are seats; the old seat stays checked in', async () => {
  const { house, store } = building
  const joined = session.facilitator.turnout!.joined
  const again = await joinByPhone(house.url, session.code)
  await until(() => session.facilitator.turnout?.joined === joined + 1, 'one seat more')
  again.close()
  const fake = Array.from({ length: limits.seatsPerSession }, () => [randomUUID(), 'p0']).flat()
  const seats = keys.seats(session.id)
  await store.hset(seats, ...fake)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ seat: secret(), code: session.code })
  const refused = await fetch(`${house.url}${API}/join`, { method: 'POST', headers, body })
  expect(await refused.json()).toMatchObject({ code: 'session_full' })
  await store.hdel(seats, ...fake.filter((_, n) => n % 2 === 0))
})

it('[FAULT-32] two facilitators at once: one wins, the other gets the new state', async () => {
  const colleague = await openConsole(building, session.id)
  const wishes = [2, 3].map((n) => ({ type: 'openActivity' as const, activity: voteId(n) }))
  const answers = await Promise.all([session.facilitator.send(wishes[0]!), colleague.send(wishes[1]!)])
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['another_activity_open', 'ok'])
  const open = answers[0].ok ? 2 : 3
  for (const screen of [session.facilitator, colleague])
    await until(() => viewOn(screen).current === voteId(open), 'the vote that was opened, on both consoles')
  const vote = new Vote(session, voteId(open))
  await vote.deliver(session.phones[1]!, { i1: 1 })
  // Both close: that it is closed is what both wanted.
  const closing = { type: 'closeActivity' as const, activity: vote.id }
  const closed = await Promise.all([session.facilitator.send(closing), colleague.send(closing)])
  expect(closed.map(({ ok }) => ok)).toEqual([true, true])
  vote.history.closed()
  colleague.close()
  expect(await vote.settle()).toEqual([])
})

it('[FAULT-33] projector and console die in an open vote: others sign in and have the same state; the vote goes on', async () => {
  const { house } = building
  const vote = await Vote.open(session, 4)
  await vote.deliver(session.phones[2]!, { i1: 1 })
  const before = structuredClone(viewOn(session.facilitator))
  session.facilitator.socket.io.engine.close()
  session.facilitator.close()
  const began = performance.now()
  const desk = await signIn(house)
  session.facilitator = await openConsole({ house, desk }, session.id)
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(viewOn(session.facilitator)).toEqual(before)
  const auth = { session: session.id, screen: 'projector' }
  const projector = await new Screen(house.url, auth, { cookie: desk.cookie }).ready()
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(projector.latest?.view.step).toEqual(before.step)
  await vote.deliver(session.phones[3]!, { i2: 1 })
  projector.close()
  expect(await vote.end()).toEqual([])
})

it('[FAULT-34] ten closings with fifty phones firing: each ballot is acked and counted, or refused as closed', async () => {
  for (let n = 5; n < 15; n += 1) {
    const vote = await Vote.open(session, n)
    const firing = session.phones.map(async (phone, p) => {
      // Spread over the moment of the close, a few sent again with another content.
      await new Promise((resolve) => setTimeout(resolve, (p % 10) * 4))
      return vote.deliver(phone, p % 2 ? { i1: 1 } : { i2: 1, i3: 1 }, { patienceMs: 10_000 })
    })
    await new Promise((resolve) => setTimeout(resolve, 18))
    await vote.close()
    const told = (await Promise.all(firing)).map(({ answer }) => (answer.ok ? 'ok' : answer.code))
    expect(new Set([...told, 'ok', 'vote_closed'])).toEqual(new Set(['ok', 'vote_closed']))
    expect(await vote.settle()).toEqual([])
    const result = JSON.parse((await vote.sealedText())!) as { accepted: number }
    expect(result.accepted).toBe(told.filter((code) => code === 'ok').length)
  }
}, 120_000)

it('[FAULT-35] SIGTERM in an open vote with ballots in flight: exit 0, all come back, nothing is lost', async () => {
  const { house } = building
  const vote = await Vote.open(session, 15)
  const phones = session.phones.slice(0, 20)
  const delivering = phones.map((phone) => vote.deliver(phone, { i1: 1 }))
  const began = performance.now()
  expect(await house.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(15_000)
  await house.start()
  const delivered = await Promise.all(delivering)
  expect(delivered.every(({ answer }) => answer.ok)).toBe(true)
  expect(await vote.end()).toEqual([])
  expect(logLines(house.output(), 50)).toEqual([])
}, 60_000)
