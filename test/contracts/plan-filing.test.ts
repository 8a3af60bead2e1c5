import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDb } from '../../server/db/connect.ts'
import type { Database } from '../../server/db/schema.ts'
import { decideTask, editTask } from '../../server/plan/decisions.ts'
import { fileResult } from '../../server/plan/filing.ts'
import { fileCauses } from '../../server/plan/task-causes.ts'
import { getResult, getTask, listTasks } from '../../server/plan/tasks.ts'
import { PriorityTask, PriorityTaskDetail } from '../../shared/plan/priority-task.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { cuttingPool } from './plan-cut.ts'
import { engines, makePlan, makeSession, openPlanHouse, sealedVote, unwrap, type PlanHouse } from './plan-house.ts'

const author = { id: '', name: '김주무관' }

describe.each(engines)('filing on %s', (engine) => {
  let house: PlanHouse
  let plan: Plan
  beforeAll(async () => {
    house = await openPlanHouse(engine)
    author.id = '00000000-0000-4000-8000-000000000001'
    await house.db
      .insertInto('accounts')
      .values({
        id: author.id,
        email: 'kim@example.kr',
        name: author.name,
        role: 'staff',
        password_hash: '-',
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  const list = async (db: Kysely<Database> = house.db) => unwrap(await listTasks(db, plan.id))
  const detail = async (id: string) => PriorityTaskDetail.parse(unwrap(await getTask(house.db, id)))

  it('[PLAN-7] a result enters the list once, however often and however many at once it is filed', async () => {
    plan = await makePlan(house)
    const session = await makeSession(house, plan)
    const result = sealedVote(session, { i1: 5, i2: 7, i3: 5, i4: 0 }, { fieldId: plan.fields[2]!.id })
    await Promise.all([1, 2, 3, 4].map(() => fileResult(house.db, result)))
    await fileResult(house.db, result)
    const tasks = PriorityTask.array().parse(await list())
    expect(tasks.map(({ title, rank, tied, score }) => [title, rank, tied, score])).toEqual([
      ['의제 i2', 1, false, 7],
      ['의제 i1', 2, true, 5],
      ['의제 i3', 2, true, 5],
      ['의제 i4', 4, false, 0],
    ])
    expect(tasks[0]).toMatchObject({ status: 'proposed', fieldId: plan.fields[2]!.id, shareOfStickers: 7 / 17 })
    expect(tasks.map(({ evidence }) => evidence.length)).toEqual([1, 1, 1, 1])
    expect(tasks[0]!.evidence[0]!.originals).toEqual([{ issue: 'i2', text: '주민이 쓴 i2', detail: '' }])
    expect((await detail(tasks[0]!.id)).history).toMatchObject([{ kind: 'filed', by: null, after: { rank: '1' } }])
    expect(unwrap(await getResult(house.db, result.digest))).toBe(result.text)
  })

  it('[PLAN-8] what is filed with a field of another plan has no field', async () => {
    plan = await makePlan(house)
    const stranger = await makePlan(house)
    const session = await makeSession(house, plan)
    await fileResult(house.db, sealedVote(session, { i1: 1 }, { fieldId: stranger.fields[0]!.id }))
    expect((await list())[0]!.fieldId).toBeNull()
  })

  it('[PLAN-9] new evidence changes the standing, never what staff wrote; late evidence changes not even that', async () => {
    plan = await makePlan(house)
    const session = await makeSession(house, plan)
    const first = sealedVote(session, { i1: 3, i2: 1 }, { activity: 'a3', closedAt: 2_000 })
    await fileResult(house.db, first)
    const [task] = await list()
    await house.run((tx) =>
      editTask(tx, task!.id, { version: 1, title: '고친 제목', fieldId: plan.fields[1]!.id }, author),
    )
    await house.run((tx) => decideTask(tx, task!.id, { version: 2, decision: 'rejected', reason: '예산 없음' }, author))
    await fileResult(house.db, sealedVote(session, { i1: 1, i2: 9, i3: 2 }, { activity: 'a4', closedAt: 3_000 }))
    await fileResult(house.db, sealedVote(session, { i1: 8, i2: 1 }, { activity: 'a2', closedAt: 1_000 }))
    await fileResult(house.db, first)
    const after = await detail(task!.id)
    expect(after).toMatchObject({
      title: '고친 제목',
      fieldId: plan.fields[1]!.id,
      status: 'rejected',
      reason: '예산 없음',
      version: 3,
      rank: 3,
      score: 1,
    })
    expect(after.evidence.map(({ activityId }) => activityId)).toEqual(['a2', 'a3', 'a4'])
    expect(after.history.map(({ kind }) => kind)).toEqual([
      'filed',
      'edited',
      'decided',
      'evidenceAdded',
      'evidenceAdded',
    ])
    expect(await list()).toHaveLength(3)
  })

  it('[PLAN-10] refuses bytes that are not what their digest says, and a second result of one activity', async () => {
    plan = await makePlan(house)
    const session = await makeSession(house, plan)
    const result = sealedVote(session, { i1: 1 })
    const forged = { ...result, text: result.text.replace('"i1":1', '"i1":2') }
    await expect(fileResult(house.db, forged)).rejects.toThrow(/digest/)
    await fileResult(house.db, result)
    await expect(fileResult(house.db, sealedVote(session, { i1: 2 }))).rejects.toThrow(/already has another result/)
    expect(await list()).toMatchObject([{ score: 1 }])
  })

  it('[PLAN-11] killed before or after any of its statements, filing again makes the same list, and edits stay', async () => {
    plan = await makePlan(house)
    let kills = 0
    for (const moment of ['before', 'after'] as const) {
      for (let statement = 1; ; statement += 1) {
        const session = await makeSession(house, plan)
        await fileResult(house.db, sealedVote(session, { i1: 1 }, { activity: 'a1', closedAt: 1_000 }))
        const cut = cuttingPool(house, { statement, moment })
        const result = sealedVote(session, { i1: 2, i2: 5 }, { activity: 'a3', closedAt: 2_000 })
        const filing = fileResult(createDb(cut.pool), result).then(
          () => 'filed',
          () => 'killed',
        )
        const outcome = await filing
        if (!cut.happened()) {
          expect(outcome).toBe('filed')
          break
        }
        kills += 1
        expect(outcome).toBe('killed')
        await cut.back()
        await fileResult(house.db, result)
        const mine = (await list()).filter(({ evidence }) => evidence[0]!.sessionId === session.id)
        expect(mine.map(({ rank, score, evidence }) => [rank, score, evidence.length])).toEqual([
          [1, 5, 1],
          [2, 2, 2],
        ])
        const kinds = await Promise.all(mine.map(async ({ id }) => (await detail(id)).history.map(({ kind }) => kind)))
        expect(kinds).toEqual([['filed'], ['filed', 'evidenceAdded']])
      }
    }
    expect(kills).toBeGreaterThanOrEqual(18)
  }, 180_000)

  it('[PLAN-17] causes filed before or after the result, killed anywhere, stand beside their issue, the newest state', async () => {
    plan = await makePlan(house)
    const causes = (...ids: string[]) => ids.map((id) => ({ id, text: `원인 ${id}`, chosen: true }))
    let kills = 0
    for (const moment of ['before', 'after'] as const) {
      for (let statement = 1; ; statement += 1) {
        const session = await makeSession(house, plan)
        await fileCauses(house.db, {
          sessionId: session.id,
          revision: 4,
          issues: [{ issue: 'i1', causes: causes('i8', 'i9') }],
        })
        const next = {
          sessionId: session.id,
          revision: 7,
          issues: [
            { issue: 'i1', causes: causes('i9', 'i7') },
            { issue: 'i2', causes: causes('i9') },
          ],
        }
        const cut = cuttingPool(house, { statement, moment })
        const outcome = await fileCauses(createDb(cut.pool), next).then(
          () => 'filed',
          () => 'killed',
        )
        if (cut.happened()) await cut.back()
        await fileCauses(house.db, next)
        await fileCauses(house.db, { sessionId: session.id, revision: 5, issues: [] })
        await fileResult(house.db, sealedVote(session, { i1: 2, i2: 1 }))
        const mine = (await list()).filter(({ evidence }) => evidence[0]!.sessionId === session.id)
        expect(mine.map(({ causes: own }) => own?.map(({ id }) => id))).toEqual([['i9', 'i7'], ['i9']])
        expect(PriorityTaskDetail.parse(await detail(mine[0]!.id)).causes).toEqual(causes('i9', 'i7'))
        if (!cut.happened()) {
          expect(outcome).toBe('filed')
          break
        }
        kills += 1
      }
    }
    expect(kills).toBeGreaterThanOrEqual(10)
  }, 180_000)
})
