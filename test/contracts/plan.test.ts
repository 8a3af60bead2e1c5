import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureExample } from '../../server/plan/example.ts'
import { createPlan, getPlan, listPlans } from '../../server/plan/plans.ts'
import { liveDefinition, markSession, reviewSession } from '../../server/plan/session-life.ts'
import { createSession, getSession, updateSession } from '../../server/plan/sessions.ts'
import { Plan, PlanSummary } from '../../shared/plan/plan.ts'
import { planTemplates } from '../../shared/plan/template.ts'
import { Session } from '../../shared/session/definition.ts'
import {
  draftIn,
  engines,
  gangnam,
  makePlan,
  makeSession,
  openPlanHouse,
  unwrap,
  type PlanHouse,
} from './plan-house.ts'

describe.each(engines)('plans and sessions on %s', (engine) => {
  let house: PlanHouse
  beforeAll(async () => {
    house = await openPlanHouse(engine)
  })

  it('[PLAN-1] the example is made once, also by two starts at once, and carries what the document says', async () => {
    const [id, same] = await Promise.all([ensureExample(house.db), ensureExample(house.db)])
    expect(id).not.toBeNull()
    expect(same).toBe(id)
    expect(await ensureExample(house.db)).toBe(id)
    const plan = Plan.parse(unwrap(await getPlan(house.db, id!)))
    expect(plan).toMatchObject({
      title: '강북구 사회적경제 활성화계획(2016~2019)',
      district: '강북구',
      department: '일자리지원과',
      periodStart: 2016,
      periodEnd: 2019,
      isExample: true,
    })
    expect(plan.stages).toHaveLength(5)
    expect(plan.fields).toHaveLength(8)
    expect(plan.meetings.map(({ heldAt }) => heldAt)).toEqual(['2016-02-26T06:00:00.000Z', '2016-03-11T06:00:00.000Z'])
    const people = plan.meetings.map(({ attendance }) => attendance.reduce((sum, row) => sum + row.people, 0))
    expect(people).toEqual([9, 11])
    expect(plan.meetings[0]!.attendance[0]).toEqual({ organisation: '강북구청', lead: '사회적일자리팀장', people: 3 })
    expect(plan.factSheet.organisationKinds.map(({ title }) => title)).toEqual([
      '사회적기업',
      '마을기업',
      '협동조합',
      '자활기업',
    ])
    expect(plan.factSheet.figures[0]!.points.map(({ value }) => value)).toEqual([31, 42, 54])
    const [session] = plan.sessions
    expect(session).toMatchObject({ title: '의제발굴 워크숍', state: 'draft', stageId: plan.stages[1]!.id })
    const { agenda } = Session.parse(unwrap(await getSession(house.db, session!.id)))
    expect(agenda.map(({ kind }) => kind)).toEqual(['collect', 'group', 'vote'])
  })

  it('[PLAN-2] a plan has the stages and fields of its template; where there is a plan no example is made', async () => {
    const fresh = await openPlanHouse(engine)
    const plan = Plan.parse(await makePlan(fresh))
    expect(plan.stages.map(({ key }) => key)).toEqual([
      'statusSurvey',
      'agendaDiscovery',
      'visionGoals',
      'taskDevelopment',
      'validityCheck',
    ])
    expect(plan.taskCounts).toEqual({ proposed: 0, adopted: 0, onHold: 0, rejected: 0 })
    expect(await ensureExample(fresh.db)).toBeNull()
    await makeSession(fresh, plan)
    expect(z.array(PlanSummary).parse(await listPlans(fresh.db))).toMatchObject([
      { id: plan.id, sessions: 1, tasks: 0 },
    ])
  })

  it('[PLAN-3] a session takes a stage of its own plan only, a title that can be seen, and no text that a database cannot keep', async () => {
    const plan = await makePlan(house)
    const other = await makePlan(house)
    const create = (changes: object) => house.run((tx) => createSession(tx, plan.id, draftIn(plan, changes)))
    expect(await create({ stageId: other.stages[1]!.id })).toMatchObject({ refusal: 'not_found' })
    expect(await create({ title: '\u3164' })).toMatchObject({ refusal: 'text_empty' })
    for (const changes of [
      { place: 'a\u0000b' },
      { attendance: [{ organisation: '구청\u0000', lead: '', people: 1 }] },
      { agenda: [{ ...draftIn(plan).agenda[0]!, title: '\ud800' }] },
    ]) {
      expect(await create(changes)).toMatchObject({ refusal: 'text_unsafe' })
    }
    const unsafe = { ...gangnam, district: '강남\u0000' }
    const { id } = planTemplates[0]!
    expect(await house.run((tx) => createPlan(tx, id, unsafe))).toMatchObject({ refusal: 'text_unsafe' })
    expect(await house.run((tx) => createPlan(tx, 'nothing', gangnam))).toMatchObject({ refusal: 'not_found' })
    expect(await getPlan(house.db, randomUUID())).toMatchObject({ refusal: 'not_found' })
  })

  it('[PLAN-4] of two who edit the same draft one wins, the other is told', async () => {
    const plan = await makePlan(house)
    const session = await makeSession(house, plan)
    const save = (title: string) =>
      house.run((tx) => updateSession(tx, session.id, session.version, draftIn(plan, { title })))
    const outcomes = await Promise.all([save('하나'), save('둘')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'version_conflict' })
    expect(unwrap(await getSession(house.db, session.id)).version).toBe(2)
  })

  it('[PLAN-5] a session only moves forward, and is edited as a draft only', async () => {
    const plan = await makePlan(house)
    const { id } = await makeSession(house, plan)
    const state = async () => unwrap(await getSession(house.db, id)).state
    expect(await house.run((tx) => reviewSession(tx, id))).toMatchObject({ refusal: 'session_not_closed' })
    for (const next of ['draft', 'lobby', 'lobby', 'draft', 'closed', 'running', 'lobby'] as const) {
      await markSession(house.db, id, next)
    }
    expect(await state()).toBe('closed')
    expect(await house.run((tx) => updateSession(tx, id, 1, draftIn(plan)))).toMatchObject({
      refusal: 'session_not_draft',
    })
    expect(unwrap(await house.run((tx) => reviewSession(tx, id))).state).toBe('reviewed')
    expect(unwrap(await house.run((tx) => reviewSession(tx, id))).state).toBe('reviewed')
    await markSession(house.db, id, 'closed')
    expect(await state()).toBe('reviewed')
  })

  it('[PLAN-6] the live room gets the fields of the plan and how many people are expected', async () => {
    const plan = await makePlan(house)
    const session = await makeSession(house, plan)
    expect(unwrap(await liveDefinition(house.db, session.id))).toEqual({
      sessionId: session.id,
      planId: plan.id,
      planTitle: plan.title,
      title: session.title,
      heldAt: '2026-04-15T05:00:00.000Z',
      place: '구청 대강당',
      fields: plan.fields,
      agenda: session.agenda,
      expected: 43,
    })
    expect(await liveDefinition(house.db, randomUUID())).toMatchObject({ refusal: 'session_not_found' })
  })
})
