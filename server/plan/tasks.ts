import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import {
  Evidence,
  type PriorityTask,
  type PriorityTaskDetail,
  type TaskCause,
  type TaskStatus,
} from '../../shared/plan/priority-task.ts'
import type { PlanResult } from '../../shared/results/seal.ts'
import type { Database, Db } from '../db/schema.ts'
import { causesOfTasks } from './task-causes.ts'

export interface TaskFilter {
  field?: string | undefined
  status?: TaskStatus | undefined
}

/** The priority-task list: by rank, then title (as UTF-8 sorts it, which is right for Hangul). Refuses `not_found`. */
export async function listTasks(db: Db, planId: string, filter: TaskFilter = {}): Promise<Outcome<PriorityTask[]>> {
  const plan = await db.selectFrom('plans').select('id').where('id', '=', planId).executeTakeFirst()
  if (!plan) return refuse('not_found')
  let query = db.selectFrom('priority_tasks').selectAll().where('plan_id', '=', planId)
  if (filter.field) query = query.where('field_id', '=', filter.field)
  if (filter.status) query = query.where('status', '=', filter.status)
  const rows = await query
    .orderBy('rank')
    .orderBy(sql`title collate "C"`)
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const [evidence, causes] = [await evidenceOf(db, ids), await causesOfTasks(db, ids)]
  return ok(rows.map((row) => taskOf(row, evidence.get(row.id) ?? [], causes.get(row.id))))
}

/** One entry with its evidence and its history, the oldest first. Refuses `not_found`. */
export async function getTask(db: Db, id: string): Promise<Outcome<PriorityTaskDetail>> {
  const row = await db.selectFrom('priority_tasks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return refuse('not_found')
  const evidence = await evidenceOf(db, [id])
  const causes = await causesOfTasks(db, [id])
  const history = await db.selectFrom('task_history').selectAll().where('task_id', '=', id).orderBy('id').execute()
  return ok({
    ...taskOf(row, evidence.get(id) ?? [], causes.get(id)),
    history: history.map(({ at, account_name, kind, before, after, reason }) => ({
      at: at.toISOString(),
      by: account_name,
      kind,
      before: Values.parse(before),
      after: Values.parse(after),
      reason,
    })),
  })
}

/** A sealed result, byte for byte. Refuses `not_found`. */
export async function getResult(db: Db, digest: string): Promise<Outcome<string>> {
  const row = await db.selectFrom('results').select('sealed').where('digest', '=', digest).executeTakeFirst()
  return row ? ok(row.sealed) : refuse('not_found')
}

/** The sealed results of a plan's sessions, the latest first. */
export async function resultsOfPlan(db: Db, planId: string): Promise<PlanResult[]> {
  const rows = await db
    .selectFrom('results')
    .innerJoin('sessions', 'sessions.id', 'results.session_id')
    .select(['results.digest', 'results.closed_at', 'sessions.title'])
    .select(sql<string>`results.sealed::jsonb -> 'activity' ->> 'title'`.as('asked'))
    .where('sessions.plan_id', '=', planId)
    .orderBy('results.closed_at', 'desc')
    .execute()
  return rows.map(({ digest, closed_at, title, asked }) => ({
    digest,
    title: asked,
    sessionTitle: title,
    closedAt: closed_at.toISOString(),
  }))
}

const Values = z.record(z.string(), z.string().nullable())

async function evidenceOf(db: Db, taskIds: readonly string[]): Promise<Map<string, Evidence[]>> {
  const found = new Map<string, Evidence[]>()
  if (taskIds.length === 0) return found
  const rows = await db
    .selectFrom('task_evidence')
    .select(['task_id', 'body'])
    .where('task_id', '=', sql<string>`any(${taskIds}::uuid[])`)
    .orderBy('closed_at')
    .orderBy('id')
    .execute()
  for (const { task_id, body } of rows) {
    found.set(task_id, [...(found.get(task_id) ?? []), Evidence.parse(body)])
  }
  return found
}

const taskOf = (
  row: Selectable<Database['priority_tasks']>,
  evidence: Evidence[],
  causes: TaskCause[] | undefined,
): PriorityTask => ({
  id: row.id,
  planId: row.plan_id,
  title: row.title,
  fieldId: row.field_id,
  status: row.status,
  reason: row.reason,
  version: row.version,
  rank: row.rank,
  tied: row.tied,
  score: row.score,
  shareOfStickers: row.share_of_stickers,
  shareOfVoters: row.share_of_voters,
  evidence,
  ...(causes && { causes }),
})
