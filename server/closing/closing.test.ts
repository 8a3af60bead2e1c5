import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../test/harness/processes.ts'
import { definition, liveNode, openVote, seatToken, honestHere, sealHere, silent } from '../../test/harness/live.ts'
import { planRoom } from '../../test/harness/plans.ts'
import { CausesSettings } from '../../shared/activities/causes/activity.ts'
import type { AgendaItem } from '../../shared/activities/index.ts'
import { atTheEnd, startPostgres, startRedis } from '../../test/harness/services.ts'
import { marksOf } from '../../shared/results/marks.ts'
import { projectorView } from '../../shared/session/views.ts'
import { Live } from '../live/index.ts'
import { connectVotePath, untilReady } from '../redis/connect.ts'
import { slotOf } from '../live/secrets.ts'
import { recordOf } from '../../shared/session/record.ts'
import { Closing, type PlanDoor } from './index.ts'

let server: Awaited<ReturnType<typeof startRedis>>
let room: Awaited<ReturnType<typeof planRoom>>

beforeAll(async () => {
  server = await startRedis()
  room = await planRoom()
})

function closingOf(live: Live, plan: PlanDoor = room.plans): Closing {
  const closing = new Closing({
    live,
    plan,
    seal: sealHere,
    honest: honestHere,
    log: silent,
    afterFiling: () => Promise.resolve(),
  })
  atTheEnd(() => closing.stop())
  return closing
}

/** A session that the plan knows, with a vote open in it. */
async function openKnownVote(live: Live, more: AgendaItem[] = []) {
  const { db, planId, sessionId } = room
  const { id: stage } = await db
    .selectFrom('sessions')
    .select('stage_id as id')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  await db
    .insertInto('sessions')
    .values({
      id,
      plan_id: planId,
      stage_id: stage,
      kind: 'workshop',
      title: '의제발굴 워크숍',
      held_at: null,
      place: '',
      attendance: '[]',
      agenda: '[]',
    })
    .execute()
  return openVote(live, 3, { sessionId: id, planId, agenda: [...definition().agenda, ...more] })
}

const phaseOf = (hall: Awaited<ReturnType<typeof openVote>>) =>
  hall.session.state.activities.find(({ id }) => id === 'a3')!.phase
const isFiled = (hall: Awaited<ReturnType<typeof openVote>>) =>
  hall.session.state.activities.some((activity) => activity.phase === 'revealed' && activity.filed)

const entriesOf = (sessionId: string) =>
  room.db.selectFrom('priority_tasks').selectAll().where('origin_session_id', '=', sessionId).orderBy('rank').execute()

describe('seal and erase', () => {
  it('[CLOSE-2] two nodes that seal the same vote agree on the bytes, and one writes them', async () => {
    const [one, other] = [await liveNode(server.url), await liveNode(server.url)]
    closingOf(one)
    closingOf(other)
    const hall = await openKnownVote(one)
    await other.session(hall.session.id)
    await hall.author.vote({ i1: 1, i2: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    const text = await one.sealedText(hall.session.id, 'a3')
    expect(await other.sealedText(hall.session.id, 'a3')).toBe(text)
    expect(JSON.parse(text!)).toMatchObject({
      method: 'stickers',
      options: { perVoter: 3, perItem: 1 },
      ballots: [{ weight: 1, stickers: { i1: 1, i2: 1 } }],
      checkIns: 1,
      accepted: 1,
      ranking: [['i1', 'i2'], ['i3']],
    })
  })

  it('[CLOSE-3] after the seal no slot and no key is left, in the store or in its append-only file', async () => {
    const live = await liveNode(server.url)
    closingOf(live)
    const hall = await openKnownVote(live)
    await hall.author.vote({ i1: 1 })
    const key = await readVoteKey(hall.session.id)
    const slot = slotOf(key, seatToken(0))
    expect(onDisk(), 'before the seal it is there').toContain(slot)
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    await until(() => !onDisk().includes(slot), 'the slot to be gone from the disk', 10_000)
    expect(onDisk()).not.toContain(key)
    expect(await hall.author.vote({ i2: 1 }, 9)).toMatchObject({ refusal: 'vote_closed' })
  })

  it('[CLOSE-3] a counted ballot whose acknowledgement was lost is acknowledged even after the seal', async () => {
    const live = await liveNode(server.url)
    closingOf(live)
    const hall = await openKnownVote(live)
    await hall.author.vote({ i1: 1 }, 1, 'the-lost-acknowledgement')
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    expect(await hall.author.vote({ i1: 1 }, 1, 'the-lost-acknowledgement')).toEqual({ ok: true, revision: 1 })
  })

  const readVoteKey = async (session: string): Promise<string> => {
    const client = connectVotePath(server.url, silent)
    await untilReady(client)
    const key = await client.hget(`{s:${session}}:voteKeys`, 'a3')
    client.disconnect()
    return key!
  }

  /** Everything that Redis keeps; a file that a rewriting has just taken away is one that is not kept. */
  const onDisk = (): string => {
    const folder = join(dirname(server.path), 'appendonlydir')
    return readdirSync(folder)
      .map((file) => readIfThere(join(folder, file)))
      .join('\n')
  }
})

describe('how much a result can bear', () => {
  it('[CLOSE-9] is found beside the seal, once, from the sealed ballots, and a reveal waits for nothing of it', async () => {
    const live = await liveNode(server.url)
    let [asked, letGo] = [0, () => {}]
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const closing = new Closing({
      live,
      plan: room.plans,
      seal: sealHere,
      honest: async (sealed) => {
        asked += 1
        await held
        return honestHere(sealed)
      },
      log: silent,
      afterFiling: () => Promise.resolve(),
    })
    atTheEnd(() => closing.stop())
    const hall = await openKnownVote(live)
    for (let n = 0; n < 6; n += 1) await (await hall.join(n + 20)).vote({ i1: 1, i2: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed' && asked === 1, 'the seal')
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    await until(() => isFiled(hall), 'the filing')
    await hall.direct({ type: 'showOnResult', activity: 'a3', show: 'bands' })
    const honest = () => {
      const step = projectorView(hall.session.state, '').step
      return step?.kind === 'vote' ? step.result?.honest : undefined
    }
    expect(honest()).toEqual({ shown: 'bands', hasOtherRules: false, marks: null })
    letGo()
    await until(() => honest()?.marks !== null, 'the marks')
    const text = (await live.sealedText(hall.session.id, 'a3'))!
    const { digest } = hall.session.state.activities.find(({ id }) => id === 'a3') as { digest: string }
    const { bands } = marksOf(await honestHere({ text, digest }))
    expect(honest()!.marks).toMatchObject({ bands, rules: [], ranks: {} })
    await closing.recover()
    expect(asked).toBe(1)
  })
})

describe('filing', () => {
  it('[CLOSE-4] nothing is filed before the reveal, and once after it, whatever stops in between', async () => {
    const dying = await liveNode(server.url)
    const hall = await openKnownVote(dying)
    await hall.author.vote({ i2: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    // Nobody seals: the process that took the votes is gone. The next one finds what is due.
    const next = await liveNode(server.url)
    const crashes = ['before', 'after', 'none'] as const
    let filings = 0
    const crashing: PlanDoor = {
      markSession: (...marked) => room.plans.markSession(...marked),
      fileRecord: (record) => room.plans.fileRecord(record),
      fileCauses: (...filed) => room.plans.fileCauses(...filed),
      async fileResult(result) {
        const crash = crashes[filings++]
        if (crash === 'before') throw new Error('crashed before the transaction')
        await room.plans.fileResult(result)
        if (crash === 'after') throw new Error('crashed after the commit, before anybody knew')
      },
    }
    await closingOf(next, crashing).recover()
    const there = (await next.session(hall.session.id))!
    await until(() => there.state.activities.at(-1)!.phase === 'sealed', 'the seal')
    expect(await entriesOf(hall.session.id)).toEqual([])
    await next.act(there, 'account:1', { role: 'facilitator', id: 'account:1', name: '김진행' }, 'reveal-it-now', {
      type: 'revealResult',
      activity: 'a3',
    })
    await until(() => there.state.activities.some((one) => one.phase === 'revealed' && one.filed), 'the filing')
    expect(filings).toBe(3)
    const entries = await entriesOf(hall.session.id)
    expect(entries.map(({ origin_issue, rank, tied, score }) => ({ origin_issue, rank, tied, score }))).toEqual([
      { origin_issue: 'i2', rank: 1, tied: false, score: 1 },
      { origin_issue: 'i1', rank: 2, tied: true, score: 0 },
      { origin_issue: 'i3', rank: 2, tied: true, score: 0 },
    ])
  })

  it('[CLOSE-1] a filing that the store could not take down is looked for again', async () => {
    const own = await startRedis()
    let unconfirmed = 0
    const lines = {
      write: (line: string) => {
        if (!line.includes('a commit was not confirmed')) return
        unconfirmed += 1
        own.resume()
      },
    }
    const redis = connectVotePath(own.url, silent)
    atTheEnd(() => redis.disconnect())
    await untilReady(redis)
    const live = new Live({ redis, log: pino({ level: 'warn' }, lines), now: () => Date.now() })
    let filings = 0
    closingOf(live, {
      markSession: (...marked) => room.plans.markSession(...marked),
      fileRecord: (record) => room.plans.fileRecord(record),
      fileCauses: (...filed) => room.plans.fileCauses(...filed),
      async fileResult(result) {
        await room.plans.fileResult(result)
        if (filings++ === 0) own.pause()
      },
    })
    const hall = await openKnownVote(live)
    await hall.author.vote({ i1: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    await until(() => isFiled(hall), 'the filing', 15_000)
    expect(unconfirmed).toBeGreaterThan(0)
    expect(await entriesOf(hall.session.id)).toHaveLength(3)
  })

  it('[CLOSE-5] with the database away the vote is sealed and revealed, and filed when it is back', async () => {
    const postgres = await startPostgres()
    const own = await planRoom(postgres.url)
    const live = await liveNode(server.url)
    closingOf(live, own.plans)
    const hall = await openVote(live, 3, { sessionId: own.sessionId, planId: own.planId })
    await hall.author.vote({ i1: 1 })
    await postgres.kill()
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    expect(isFiled(hall)).toBe(false)
    await postgres.restart()
    await until(() => isFiled(hall), 'the filing', 30_000)
    const tasks = await own.plans.tasks(own.planId)
    expect(tasks.ok && tasks.value.map(({ rank }) => rank)).toEqual([1, 2, 2])
  })

  it('[CLOSE-7] the record of a closed session is kept with the plan, also when the first filing of it failed', async () => {
    const live = await liveNode(server.url)
    let tries = 0
    closingOf(live, {
      markSession: (...marked) => room.plans.markSession(...marked),
      fileResult: (result) => room.plans.fileResult(result),
      fileCauses: (causes) => room.plans.fileCauses(causes),
      async fileRecord(record) {
        if (tries++ === 0) throw new Error('the database was away')
        await room.plans.fileRecord(record)
      },
    })
    const hall = await openKnownVote(live)
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    expect(await room.plans.record(hall.session.id)).toMatchObject({ refusal: 'not_found' })
    expect(await hall.direct({ type: 'closeSession' })).toMatchObject({ ok: true })
    await until(async () => !(await live.unfinished()).includes(hall.session.id), 'the end of the session')
    expect(tries).toBe(2)
    const record = await room.plans.record(hall.session.id)
    expect(record.ok && record.value).toEqual(recordOf(hall.session.state))
  })

  it('[CLOSE-8] chosen causes are filed when their activity is closed, and anew when they change, whatever stops', async () => {
    const live = await liveNode(server.url)
    let filings = 0
    closingOf(live, {
      markSession: (...marked) => room.plans.markSession(...marked),
      fileResult: (result) => room.plans.fileResult(result),
      fileRecord: (record) => room.plans.fileRecord(record),
      async fileCauses(causes) {
        filings += 1
        if (filings === 1) throw new Error('crashed before the transaction')
        await room.plans.fileCauses(causes)
        if (filings === 2) throw new Error('crashed after the commit, before anybody knew')
      },
    })
    const causes = { id: 'a4', kind: 'causes' as const, title: '왜 그럴까요?', minutes: 10 }
    const hall = await openKnownVote(live, [{ ...causes, settings: CausesSettings.parse({}) }])
    await hall.author.vote({ i2: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    await hall.direct({ type: 'openActivity', activity: 'a4' })
    const vote = hall.session.state.activities.find(({ id }) => id === 'a4')
    expect(vote?.kind === 'causes' && vote.issue, 'the best of the vote').toBe('i2')
    await hall.author.send({ type: 'addCause', activity: 'a4', text: '일손이 모자라요', parent: 'i2', category: 'c1' })
    await hall.author.send({ type: 'addCause', activity: 'a4', text: '품삯이 낮아요', parent: 'i4', category: null })
    await hall.direct({ type: 'chooseCauses', causes: ['i5'], chosen: true })
    const filed = async () => {
      const tasks = await room.plans.tasks(hall.session.state.definition.planId)
      const mine = tasks.ok ? tasks.value.filter(({ evidence }) => evidence[0]?.sessionId === hall.session.id) : []
      return mine.map(({ causes: own }) => own?.map(({ id }) => id) ?? [])
    }
    await until(async () => (await filed()).length === 3, 'the entries')
    expect(await filed(), 'not while it is open').toEqual([[], [], []])
    await hall.direct({ type: 'closeActivity', activity: 'a4' })
    await until(() => hall.session.state.material.causesFiled !== undefined, 'the filing', 15_000)
    expect(filings).toBe(3)
    expect(await filed()).toEqual([['i5'], [], []])
    await hall.direct({ type: 'chooseCauses', causes: ['i4'], chosen: true })
    await hall.direct({ type: 'undoCauses' })
    await hall.direct({ type: 'linkCause', cause: 'i5', to: 'i1' })
    await until(async () => (await filed())[1]?.length === 1, 'the change', 15_000)
    expect(await filed()).toEqual([['i5'], ['i5'], []])
    await hall.direct({ type: 'closeSession' })
    await until(async () => !(await live.unfinished()).includes(hall.session.id), 'the end')
  })

  it('[CLOSE-6] a rehearsal is sealed like any other, ends at any moment, and is never filed', async () => {
    const live = await liveNode(server.url)
    closingOf(live)
    const hall = await openVote(live, 2, { sessionId: randomUUID(), rehearsalOf: room.sessionId })
    await hall.author.vote({ i1: 1 })
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => phaseOf(hall) === 'sealed', 'the seal')
    // Before the reveal: a rehearsal can be ended at any moment.
    expect(await hall.direct({ type: 'closeSession' })).toMatchObject({ ok: true })
    await until(async () => !(await live.unfinished()).includes(hall.session.id), 'the end of the rehearsal')
    expect(isFiled(hall)).toBe(false)
    const results = await room.db
      .selectFrom('results')
      .select('digest')
      .where('session_id', '=', hall.session.id)
      .execute()
    expect(results).toEqual([])
    expect(await live.join({ seat: seatToken(5), code: hall.code })).toMatchObject({ refusal: 'code_unknown' })
  })
})

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
