import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { decideTask, editTask } from '../../server/plan/decisions.ts'
import { fileResult } from '../../server/plan/filing.ts'
import { getPlan } from '../../server/plan/plans.ts'
import { getTask, listTasks } from '../../server/plan/tasks.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { engines, makePlan, makeSession, openPlanHouse, sealedVote, unwrap, type PlanHouse } from './plan-house.ts'

const kim = { id: '00000000-0000-4000-8000-000000000001', name: '김주무관' }

describe.each(engines)('the priority-task list on %s', (engine) => {
  let house: PlanHouse
  let plan: Plan
  beforeAll(async () => {
    house = await openPlanHouse(engine)
    await house.db
      .insertInto('accounts')
      .values({ ...kim, email: 'kim@example.kr', role: 'staff', password_hash: '-', disabled_at: null })
      .execute()
  })
  const task = async (votes: Record<string, number> = { i1: 1 }) => {
    plan = await makePlan(house)
    await fileResult(house.db, sealedVote(await makeSession(house, plan), votes))
    return unwrap(await listTasks(house.db, plan.id))[0]!
  }

  it('[PLAN-12] of two who change one entry one wins; the other is told and nothing of theirs is written', async () => {
    const { id } = await task()
    const outcomes = await Promise.all([
      house.run((tx) => editTask(tx, id, { version: 1, title: '하나' }, kim)),
      house.run((tx) => decideTask(tx, id, { version: 1, decision: 'adopted', reason: '' }, kim)),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'version_conflict' })
    const after = unwrap(await getTask(house.db, id))
    expect(after.version).toBe(2)
    expect(after.history).toHaveLength(2)
  })

  it('[PLAN-13] every change is in the history: who, when, what it was and became, and why', async () => {
    const { id } = await task()
    const fieldId = plan.fields[3]!.id
    await house.run((tx) => editTask(tx, id, { version: 1, title: '  고친 제목 ', fieldId }, kim))
    await house.run((tx) => decideTask(tx, id, { version: 2, decision: 'onHold', reason: '예산을 먼저 봅니다' }, kim))
    const after = unwrap(
      await house.run((tx) => decideTask(tx, id, { version: 3, decision: 'adopted', reason: '' }, kim)),
    )
    expect(after).toMatchObject({ title: '고친 제목', status: 'adopted', reason: '', version: 4 })
    expect(after.history.slice(1)).toMatchObject([
      {
        by: kim.name,
        kind: 'edited',
        before: { title: '의제 i1', fieldId: null },
        after: { title: '고친 제목', fieldId },
      },
      { kind: 'decided', before: { status: 'proposed' }, after: { status: 'onHold' }, reason: '예산을 먼저 봅니다' },
      { kind: 'decided', before: { status: 'onHold' }, after: { status: 'adopted' }, reason: '' },
    ])
    expect(Date.now() - Date.parse(after.history[1]!.at)).toBeLessThan(60_000)
    expect(unwrap(await getPlan(house.db, plan.id)).taskCounts).toMatchObject({ proposed: 0, adopted: 1 })
  })

  it('[PLAN-14] hold and reject need a reason that can be seen', async () => {
    const { id } = await task()
    for (const decision of ['onHold', 'rejected'] as const) {
      for (const reason of ['', '   ', '\u3164\u200b']) {
        const outcome = await house.run((tx) => decideTask(tx, id, { version: 1, decision, reason }, kim))
        expect(outcome).toMatchObject({ refusal: 'reason_required' })
      }
    }
    expect(unwrap(await getTask(house.db, id))).toMatchObject({ status: 'proposed', version: 1 })
  })

  it('[PLAN-15] an edit names a field of this plan and writes text that is safe to show', async () => {
    const { id } = await task()
    const stranger = await makePlan(house)
    const edit = (change: object) => house.run((tx) => editTask(tx, id, { version: 1, ...change }, kim))
    expect(await edit({ fieldId: stranger.fields[0]!.id })).toMatchObject({ refusal: 'unknown_field' })
    expect(await edit({ fieldId: randomUUID() })).toMatchObject({ refusal: 'unknown_field' })
    expect(await edit({ title: 'a\u202eb' })).toMatchObject({ refusal: 'text_unsafe' })
    expect(await edit({ title: '\u2800' })).toMatchObject({ refusal: 'text_empty' })
    expect(unwrap(await edit({ title: '의제 i1' }))).toMatchObject({ version: 1 })
    expect(await house.run((tx) => editTask(tx, randomUUID(), { version: 1 }, kim))).toMatchObject({
      refusal: 'not_found',
    })
  })

  it('[PLAN-16] the list is by rank, then title, and can be filtered by field and status', async () => {
    await task({ i1: 1, i2: 1, i3: 4 })
    const all = unwrap(await listTasks(house.db, plan.id))
    expect(all.map(({ title }) => title)).toEqual(['의제 i3', '의제 i1', '의제 i2'])
    const field = plan.fields[0]!.id
    await house.run((tx) => editTask(tx, all[1]!.id, { version: 1, fieldId: field }, kim))
    await house.run((tx) => decideTask(tx, all[2]!.id, { version: 1, decision: 'adopted', reason: '' }, kim))
    const titles = async (filter: Parameters<typeof listTasks>[2]) =>
      unwrap(await listTasks(house.db, plan.id, filter)).map(({ title }) => title)
    expect(await titles({ field })).toEqual(['의제 i1'])
    expect(await titles({ status: 'adopted' })).toEqual(['의제 i2'])
    expect(await titles({ field, status: 'adopted' })).toEqual([])
    expect(await listTasks(house.db, randomUUID())).toMatchObject({ refusal: 'not_found' })
  })
})
