import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startRedis } from '../../test/harness/services.ts'
import { definition, liveNode, newId, openHall, openVote, seatToken, SESSION, silent } from '../../test/harness/live.ts'
import { connectVotePath, untilReady } from '../redis/connect.ts'
import type { Live } from './index.ts'

type Server = Awaited<ReturnType<typeof startRedis>>
let server: Server
let live: Live

beforeAll(async () => {
  server = await startRedis()
})
beforeEach(async () => {
  const redis = connectVotePath(server.url, silent)
  await untilReady(redis)
  await redis.flushall()
  redis.disconnect()
  live = await liveNode(server.url)
})

describe('a session and its seats', () => {
  it('[LIVE-1] opening the lobby twice finds the same session and code', async () => {
    const first = await live.open(definition())
    const second = await (await liveNode(server.url)).open(definition({ title: '다른 제목' }))
    expect(second).toEqual(first)
  })

  it('[LIVE-2] the same token is the same seat, by code, by QR token, and when joining is locked', async () => {
    const hall = await openHall(live)
    const { joinToken } = hall.session.state.definition
    const first = await live.join({ seat: seatToken(1), code: hall.code })
    const second = await live.join({ seat: seatToken(1), token: joinToken })
    await hall.direct({ type: 'setJoining', open: false })
    const third = await live.join({ seat: seatToken(1), code: hall.code })
    expect([second, third]).toEqual([first, first])
    expect(await live.join({ seat: seatToken(2), code: hall.code })).toMatchObject({ refusal: 'joining_locked' })
    expect(await live.counts(hall.session)).toMatchObject({ joined: 1 })
  })

  it('[LIVE-2] a wrong code is refused and takes no seat', async () => {
    await openHall(live)
    expect(await live.join({ seat: seatToken(1), code: '000000' })).toMatchObject({ refusal: 'code_unknown' })
  })
})

describe('commands', () => {
  it('[LIVE-3] the same command sent twice gets the same answer and counts once, also from another node', async () => {
    const hall = await openHall(live)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    const resident = await hall.join(1)
    const id = newId()
    const first = await resident.write('공동 판매장이 필요해요', id)
    const again = await resident.write('공동 판매장이 필요해요', id)
    const node = await liveNode(server.url)
    const session = await node.session(SESSION)
    const elsewhere = await node.act(session!, resident.seat, { role: 'participant', seat: resident.seat }, id, {
      type: 'submitIssue',
      activity: 'a1',
      text: '공동 판매장이 필요해요',
      detail: '',
      fieldId: null,
    })
    expect(first).toEqual({ ok: true, revision: 3, issue: 'i1' })
    expect([again, elsewhere]).toEqual([first, first])
    expect(Object.keys(session!.state.material.issues)).toEqual(['i1'])
  })

  it('[LIVE-3] a refusal is an answer too: sent again later, it is the same', async () => {
    const hall = await openHall(live)
    const resident = await hall.join(1)
    const id = newId()
    const early = await resident.write('너무 이른 의제', id)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    expect(early).toMatchObject({ ok: false, refusal: 'activity_not_open' })
    expect(await resident.write('너무 이른 의제', id)).toEqual(early)
  })

  it('[LIVE-3] the same id with other content is refused', async () => {
    const hall = await openHall(live)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    const resident = await hall.join(1)
    const id = newId()
    await resident.write('하나', id)
    expect(await resident.write('둘', id)).toMatchObject({ refusal: 'id_reused' })
    expect(Object.keys(hall.session.state.material.issues)).toHaveLength(1)
  })

  it('[LIVE-4] two nodes deciding at once lose nothing and agree', async () => {
    const hall = await openHall(live)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    const node = await liveNode(server.url)
    const there = (await node.session(SESSION))!
    const write = (where: Live, session: typeof there, n: number) =>
      where.act(session, `p${n}`, { role: 'participant', seat: `p${n}` }, newId(), {
        type: 'submitIssue',
        activity: 'a1',
        text: `${n}번째 의제`,
        detail: '',
        fieldId: null,
      })
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => (n % 2 ? write(live, hall.session, n) : write(node, there, n))),
    )
    const ids = answers.map((answer) => (answer.ok ? answer.issue : answer.refusal))
    expect(new Set(ids).size).toBe(60)
    const reader = (await (await liveNode(server.url)).session(SESSION))!
    expect(Object.keys(reader.state.material.issues)).toHaveLength(60)
    expect(Object.keys(reader.state.material.issues).sort()).toEqual([...ids].sort())
  })
})

describe('ballots', () => {
  it('[LIVE-5] the last choice counts, a late older one is stale, and the same revision with other content conflicts', async () => {
    const hall = await openVote(live)
    const { author } = hall
    expect(await author.vote({ i1: 1 }, 1)).toEqual({ ok: true, revision: 1 })
    expect(await author.vote({ i2: 1, i3: 1 }, 3)).toEqual({ ok: true, revision: 3 })
    const stored = { revision: 3, ballot: { stickers: { i2: 1, i3: 1 } } }
    expect(await author.vote({ i1: 1 }, 2)).toMatchObject({ refusal: 'stale', stored })
    expect(await author.vote({ i1: 1 }, 3)).toMatchObject({ refusal: 'conflict', stored })
    expect(await author.vote({ i3: 1, i2: 1 }, 3)).toEqual({ ok: true, revision: 3 })
    expect(await live.counts(hall.session)).toMatchObject({ voted: 1 })
  })

  it('[LIVE-4] a vote that was opened on another node takes ballots here at once', async () => {
    await openHall(live)
    const node = await liveNode(server.url)
    const there = (await node.session(SESSION))!
    const { author } = await openVote(live)
    expect(there.state.activities.at(-1)?.phase, 'it has not heard of it').toBe('prepared')
    const ballot = { type: 'castBallot' as const, activity: 'a3', revision: 1, ballot: { stickers: { i1: 1 } } }
    expect(await node.cast(there, seatToken(0), newId(), ballot)).toEqual({ ok: true, revision: 1 })
    expect(await author.vote({ i1: 1 }, 1)).toEqual({ ok: true, revision: 1 })
  })

  it('[LIVE-5] a ballot against the rule is refused and changes nothing', async () => {
    const hall = await openVote(live, 5)
    const tooMany = await hall.author.vote({ i1: 1, i2: 1, i3: 1, i4: 1 })
    expect(tooMany).toMatchObject({ refusal: 'too_many_stickers', details: { max: 3 } })
    expect(await hall.author.vote({ i1: 2 })).toMatchObject({ refusal: 'too_many_on_one_issue' })
    expect(await hall.author.vote({ i99: 1 })).toMatchObject({ refusal: 'unknown_candidate' })
    expect(await live.counts(hall.session)).toMatchObject({ voted: 0 })
  })

  it('[LIVE-6] closing is one instant: every ballot is acknowledged and counted, or refused as closed', async () => {
    const hall = await openVote(live)
    const voters = await Promise.all(Array.from({ length: 120 }, (_, n) => hall.join(n + 1)))
    const casting = voters.map((voter) => voter.vote({ i1: 1 }))
    const closing = hall.direct({ type: 'closeActivity', activity: 'a3' })
    const answers = await Promise.all(casting)
    await closing
    const late = await hall.author.vote({ i2: 1 })
    expect(late).toMatchObject({ refusal: 'vote_closed' })
    const counted = answers.filter((answer) => answer.ok).length
    expect(answers.every((answer) => answer.ok || answer.refusal === 'vote_closed')).toBe(true)
    expect((await live.ballots.closed(SESSION, 'a3')).cast).toHaveLength(counted)
  })

  it('[LIVE-6] a ballot that was stored before the close is acknowledged again after it', async () => {
    const hall = await openVote(live)
    const id = newId()
    await hall.author.vote({ i1: 1 }, 1, id)
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    expect(await hall.author.vote({ i1: 1 }, 1, id)).toEqual({ ok: true, revision: 1 })
    expect(await hall.author.vote({ i2: 1 }, 2)).toMatchObject({ refusal: 'vote_closed' })
  })
})

describe('a store that fails', () => {
  it('[LIVE-8] a store that came back empty stops the session: nothing is continued silently', async () => {
    const hall = await openVote(live)
    const redis = connectVotePath(server.url, silent)
    await untilReady(redis)
    await redis.flushall()
    redis.disconnect()
    expect(await hall.author.vote({ i1: 1 })).toMatchObject({ refusal: 'damaged' })
    expect(await hall.direct({ type: 'closeActivity', activity: 'a3' })).toMatchObject({ refusal: 'damaged' })
    expect(hall.session.isDamaged).toBe(true)
  })

  it('[LIVE-9] what was acknowledged is there after kill -9 of the store', async () => {
    const hall = await openVote(live)
    const voters = await Promise.all(Array.from({ length: 40 }, (_, n) => hall.join(n + 1)))
    const answers = await Promise.all(voters.map((voter, n) => voter.vote(n % 2 ? { i1: 1 } : { i2: 1 })))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    await server.kill()
    expect(await hall.author.vote({ i3: 1 })).toMatchObject({ refusal: 'busy' })
    await server.restart()
    const after = await liveNode(server.url)
    const session = (await after.session(SESSION))!
    expect(await after.counts(session)).toEqual({ joined: 41, voted: 40 })
    expect(session.state).toEqual(hall.session.state)
  })

  it('[LIVE-10] a full store refuses new ballots for now, and a vote can still be closed and sealed', async () => {
    const hall = await openVote(live)
    await hall.author.vote({ i1: 1 })
    const redis = connectVotePath(server.url, silent)
    await untilReady(redis)
    await redis.config('SET', 'maxmemory', '1')
    expect(await hall.author.vote({ i2: 1 }, 2)).toMatchObject({ refusal: 'busy' })
    expect(await hall.direct({ type: 'closeActivity', activity: 'a3' })).toMatchObject({ ok: true })
    await redis.config('SET', 'maxmemory', '0')
    redis.disconnect()
    expect((await live.ballots.closed(SESSION, 'a3')).cast).toHaveLength(1)
  })
})
