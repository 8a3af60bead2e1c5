import { sql } from 'kysely'
import { TaskCause } from '../../shared/plan/priority-task.ts'
import type { Db } from '../db/schema.ts'

/** The chosen causes of a session's issues as they stood after `revision` facts. */
export interface CausesToFile {
  sessionId: string
  revision: number
  issues: readonly { issue: string; causes: readonly TaskCause[] }[]
}

/**
 * Put the chosen causes beside the entries of their issues: one transaction, whole. Again, or an older state after a
 * newer one, changes nothing; no entry of staff is touched. Entries that come later find them by the session and issue.
 */
export async function fileCauses(db: Db, { sessionId, revision, issues }: CausesToFile): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('sessions')
      .select('id')
      .where('id', '=', sessionId)
      .forUpdate()
      .executeTakeFirstOrThrow(() => new Error(`causes of the unknown session ${sessionId}`))
    const { newest } = await tx
      .selectFrom('task_causes')
      .select((row) => row.fn.max('revision').as('newest'))
      .where('session_id', '=', sessionId)
      .executeTakeFirstOrThrow()
    if (newest !== null && Number(newest) >= revision) return
    await tx.updateTable('task_causes').set({ chosen: false, revision }).where('session_id', '=', sessionId).execute()
    const rows = issues.flatMap(({ issue, causes }) =>
      causes.map((cause, position) => ({
        session_id: sessionId,
        issue,
        cause: cause.id,
        revision,
        chosen: true,
        body: JSON.stringify(cause),
        position,
      })),
    )
    if (rows.length === 0) return
    await tx
      .insertInto('task_causes')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'issue', 'cause']).doUpdateSet((row) => ({
          chosen: row.ref('excluded.chosen'),
          body: row.ref('excluded.body'),
          position: row.ref('excluded.position'),
        })),
      )
      .execute()
  })
}

/** The chosen causes of these entries, by the entry's id. */
export async function causesOfTasks(db: Db, taskIds: readonly string[]): Promise<Map<string, TaskCause[]>> {
  const found = new Map<string, TaskCause[]>()
  if (taskIds.length === 0) return found
  const rows = await db
    .selectFrom('task_causes')
    .innerJoin('priority_tasks', (join) =>
      join
        .onRef('priority_tasks.origin_session_id', '=', 'task_causes.session_id')
        .onRef('priority_tasks.origin_issue', '=', 'task_causes.issue'),
    )
    .select(['priority_tasks.id', 'task_causes.body'])
    .where('priority_tasks.id', '=', sql<string>`any(${taskIds}::uuid[])`)
    .where('task_causes.chosen', '=', true)
    .orderBy('task_causes.position')
    .execute()
  for (const { id, body } of rows) found.set(id, [...(found.get(id) ?? []), TaskCause.parse(body)])
  return found
}
