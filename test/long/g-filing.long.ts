import { createDb } from '../../server/db/connect.ts'
import { decideTask, editTask } from '../../server/plan/decisions.ts'
import { fileResult } from '../../server/plan/filing.ts'
import { getTask, listTasks } from '../../server/plan/tasks.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { cuttingPool } from '../contracts/plan-cut.ts'
import { engines, makePlan, makeSession, openPlanHouse, sealedVote, unwrap } from '../contracts/plan-house.ts'
import type { Engine, PlanHouse } from '../contracts/plan-house.ts'
import { promise } from './promise.ts'

const CRASHES = 300
const author = { id: '00000000-0000-4000-8000-000000000001', name: '김주무관' }

promise('P8', `${CRASHES} crash points at filing: 0 missing, 0 double, 0 staff edits lost`, async () => {
  const done = await Promise.all(engines.map((engine) => crashes(engine, CRASHES / engines.length)))
  const sum = (of: (one: (typeof done)[number]) => number) => done.reduce((total, one) => total + of(one), 0)
  const broken = done.flatMap((one) => one.broken)
  const [points, edits] = [sum((one) => one.points), sum((one) => one.edits)]
  return {
    found: `${points} crash points (${engines.join(', ')}), ${edits} edits of staff acknowledged, ${broken.length} missing, double or lost`,
    broken: [...broken, ...(points < CRASHES ? [`only ${points} crash points`] : [])],
  }
})

/** Kills the database before and after every statement of a filing, over and over, until it has been killed so often. */
async function crashes(engine: Engine, wanted: number) {
  const house = await openPlanHouse(engine)
  await house.db
    .insertInto('accounts')
    .values({ ...author, email: 'kim@example.kr', role: 'staff', password_hash: '-', disabled_at: null })
    .execute()
  const plan = await makePlan(house)
  const found = { points: 0, edits: 0, broken: [] as string[] }
  while (found.points < wanted) {
    for (const moment of ['before', 'after'] as const) {
      for (let statement = 1; found.points < wanted; statement += 1) {
        const one = await crash(house, plan, { statement, moment })
        if (!one.hasHappened) break
        found.points += 1
        found.edits += one.edits
        found.broken.push(...one.broken.map((what) => `${engine}, ${moment} statement ${statement}: ${what}`))
      }
    }
  }
  return found
}

async function crash(house: PlanHouse, plan: Plan, at: { statement: number; moment: 'before' | 'after' }) {
  const session = await makeSession(house, plan)
  const mine = async () =>
    unwrap(await listTasks(house.db, plan.id)).filter(({ evidence }) => evidence[0]?.sessionId === session.id)
  await fileResult(house.db, sealedVote(session, { i1: 1 }, { activity: 'a1', closedAt: 1_000 }))
  const { id } = (await mine())[0]!
  const fieldId = plan.fields[1]!.id
  unwrap(await house.run((tx) => editTask(tx, id, { version: 1, title: '고친 제목', fieldId }, author)))
  unwrap(await house.run((tx) => decideTask(tx, id, { version: 2, decision: 'rejected', reason: '예산 없음' }, author)))

  const cut = cuttingPool(house, at)
  const result = sealedVote(session, { i1: 2, i2: 5 }, { activity: 'a3', closedAt: 2_000 })
  // Staff write while it is filed and cut; only what they were told is saved has to be there.
  const [, edit] = await Promise.all([
    fileResult(createDb(cut.pool), result).catch(() => undefined),
    house.run((tx) => editTask(tx, id, { version: 3, title: '다시 고친 제목' }, author)).catch(() => null),
  ])
  if (cut.happened()) await cut.back()
  await fileResult(house.db, result)

  const tasks = await mine()
  const details = await Promise.all(tasks.map(async (task) => unwrap(await getTask(house.db, task.id))))
  const kinds = (issue: number) =>
    (details[issue]?.history ?? []).map(({ kind }) => kind).filter((kind) => kind !== 'edited' && kind !== 'decided')
  const edited = details.find((task) => task.id === id)
  const is = JSON.stringify([
    tasks.map(({ rank, score, evidence }) => [rank, score, evidence.length]),
    kinds(0),
    kinds(1),
    [edited?.status, edited?.reason, edited?.fieldId],
  ])
  const shouldBe = JSON.stringify([
    [
      [1, 5, 1],
      [2, 2, 2],
    ],
    ['filed'],
    ['filed', 'evidenceAdded'],
    ['rejected', '예산 없음', fieldId],
  ])
  const titles = edit?.ok ? ['다시 고친 제목'] : ['고친 제목', '다시 고친 제목']
  const broken = [
    ...(is === shouldBe ? [] : [`${is} and not ${shouldBe}`]),
    ...(titles.includes(edited?.title ?? '') ? [] : [`the title is ${edited?.title}`]),
  ]
  return { hasHappened: cut.happened(), edits: edit?.ok ? 3 : 2, broken }
}
