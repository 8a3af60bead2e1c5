import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import {
  Attendance,
  FactSheet,
  type Meeting,
  type Plan,
  type PlanDraft,
  type PlanSummary,
} from '../../shared/plan/plan.ts'
import type { TaskStatus } from '../../shared/plan/priority-task.ts'
import { planTemplates, SessionKind, StageKey, type PlanTemplate } from '../../shared/plan/template.ts'
import type { Db, Tx } from '../db/schema.ts'
import { cleanDraft } from './clean.ts'
import { sessionsOfPlan } from './sessions.ts'

const emptyFactSheet: FactSheet = { organisationKinds: [], figures: [], notes: [] }

/** A new plan with the stages and fields of a template. Refuses `not_found` (no such template), `text_empty`, `text_unsafe`. */
export async function createPlan(tx: Tx, templateId: string, draft: PlanDraft): Promise<Outcome<Plan>> {
  const template = planTemplates.find(({ id }) => id === templateId)
  if (!template) return refuse('not_found')
  const clean = cleanDraft(draft)
  if (!clean.ok) return clean
  const id = randomUUID()
  await insertPlan(tx, id, clean.value, template)
  return getPlan(tx, id)
}

/** One row for the plan, one for each stage and field. False when there is an example already and this is another. */
export async function insertPlan(
  tx: Tx,
  id: string,
  draft: PlanDraft,
  template: PlanTemplate,
  example?: { factSheet: FactSheet },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('plans')
    .values({
      id,
      title: draft.title,
      district: draft.district,
      department: draft.department,
      period_start: draft.periodStart,
      period_end: draft.periodEnd,
      template_id: template.id,
      is_example: example !== undefined,
      fact_sheet: JSON.stringify(example?.factSheet ?? emptyFactSheet),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  if (inserted.length === 0) return false
  const stages = template.stages.map(({ sessionKinds, ...stage }, position) => ({
    id: randomUUID(),
    plan_id: id,
    position,
    ...stage,
    session_kinds: JSON.stringify(sessionKinds),
  }))
  await tx.insertInto('stages').values(stages).execute()
  const fields = template.fields.map(({ title }, position) => ({ id: randomUUID(), plan_id: id, position, title }))
  await tx.insertInto('fields').values(fields).execute()
  return true
}

/** All plans, the newest first, with how many sessions and tasks they have. */
export async function listPlans(db: Db): Promise<PlanSummary[]> {
  const rows = await db
    .selectFrom('plans')
    .selectAll()
    .select((row) => [
      row
        .selectFrom('sessions')
        .whereRef('sessions.plan_id', '=', 'plans.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('sessions'),
      row
        .selectFrom('priority_tasks')
        .whereRef('priority_tasks.plan_id', '=', 'plans.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('tasks'),
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...headOf(row), sessions: row.sessions ?? 0, tasks: row.tasks ?? 0 }))
}

/** One plan with all that hangs on it. Refuses `not_found`. */
export async function getPlan(db: Db, id: string): Promise<Outcome<Plan>> {
  const row = await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return refuse('not_found')
  const stages = await db.selectFrom('stages').selectAll().where('plan_id', '=', id).orderBy('position').execute()
  return ok({
    ...headOf(row),
    templateId: row.template_id,
    stages: stages.map(({ id, key, title, months, methods, takes, leaves, session_kinds }) => ({
      ...{ id, title, months, methods, takes, leaves },
      key: StageKey.parse(key),
      sessionKinds: z.array(SessionKind).parse(session_kinds),
    })),
    fields: await fieldsOf(db, id),
    meetings: await meetingsOf(db, id),
    factSheet: FactSheet.parse(row.fact_sheet),
    sessions: await sessionsOfPlan(db, id),
    taskCounts: await taskCounts(db, id),
  })
}

/** The plan's fields in their order. */
export const fieldsOf = (db: Db, planId: string): Promise<{ id: string; title: string }[]> =>
  db.selectFrom('fields').select(['id', 'title']).where('plan_id', '=', planId).orderBy('position').execute()

async function meetingsOf(db: Db, planId: string): Promise<Meeting[]> {
  const rows = await db.selectFrom('meetings').selectAll().where('plan_id', '=', planId).orderBy('held_at').execute()
  return rows.map(({ title, held_at, place, attendance, content }) => ({
    title,
    heldAt: held_at.toISOString(),
    place,
    attendance: z.array(Attendance).parse(attendance),
    content: z.array(z.string()).parse(content),
  }))
}

async function taskCounts(db: Db, planId: string): Promise<Record<TaskStatus, number>> {
  const rows = await db
    .selectFrom('priority_tasks')
    .select(['status', sql<number>`count(*)::int`.as('n')])
    .where('plan_id', '=', planId)
    .groupBy('status')
    .execute()
  const counts = { proposed: 0, adopted: 0, onHold: 0, rejected: 0 }
  for (const { status, n } of rows) counts[status] = n
  return counts
}

const headOf = (row: {
  id: string
  title: string
  district: string
  department: string
  period_start: number
  period_end: number
  is_example: boolean
}) => ({
  id: row.id,
  title: row.title,
  district: row.district,
  department: row.department,
  periodStart: row.period_start,
  periodEnd: row.period_end,
  isExample: row.is_example,
})
