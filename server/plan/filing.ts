import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { sha256Hex } from '../../shared/base/digest.ts'
import { taskEntries, type TaskEntry } from '../../shared/results/entries.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import type { Db, Tx } from '../db/schema.ts'
import { fieldsOf } from './plans.ts'

/**
 * Put a sealed result and its entries into the priority-task list: one transaction, exactly once. Again, at the same
 * time, or after a crash anywhere in it, the list is the same; what staff wrote is never touched. Throws when the text
 * is not what its digest says, the session is unknown, or the activity already has another result.
 */
export async function fileResult(db: Db, { text, digest }: { text: string; digest: string }): Promise<void> {
  if (sha256Hex(text) !== digest) throw new Error(`this text does not have the digest ${digest}`)
  const result = SealedResult.parse(JSON.parse(text))
  await db.transaction().execute(async (tx) => {
    // Two results of one session wait for one another here, instead of in the middle for each other's entries.
    const { plan_id: planId } = await tx
      .selectFrom('sessions')
      .select('plan_id')
      .where('id', '=', result.session.id)
      .forUpdate()
      .executeTakeFirstOrThrow(() => new Error(`a result of the unknown session ${result.session.id}`))
    if (!(await insertResult(tx, result, text, digest))) return
    const entries = taskEntries(result, digest)
    if (entries.length > 0) await fileEntries(tx, planId, result, entries)
  })
}

/** False when it is there already. */
async function insertResult(tx: Tx, result: SealedResult, text: string, digest: string): Promise<boolean> {
  const inserted = await tx
    .insertInto('results')
    .values({
      digest,
      session_id: result.session.id,
      activity_id: result.activity.id,
      method: result.method,
      sealed: text,
      closed_at: new Date(result.closedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .execute()
  if (inserted.length > 0) return true
  const same = await tx.selectFrom('results').select('digest').where('digest', '=', digest).executeTakeFirst()
  if (!same) throw new Error(`activity ${result.activity.id} of ${result.session.id} already has another result`)
  return false
}

async function fileEntries(tx: Tx, planId: string, result: SealedResult, entries: TaskEntry[]): Promise<void> {
  const closedAt = new Date(result.closedAt)
  const isNew = await insertTasks(tx, planId, result, entries)
  const tasks = await tx
    .selectFrom('priority_tasks')
    .select(['id', 'origin_issue', 'title', 'field_id', 'rank', 'ranked_at'])
    .where('origin_session_id', '=', result.session.id)
    .execute()
  const taskByIssue = new Map(tasks.map((task) => [task.origin_issue, task]))
  const filed = entries.map(({ evidence }) => {
    const task = taskByIssue.get(evidence.issue)!
    // A result that was filed late does not take the standing of a later vote back.
    return { task, evidence, isNew: isNew.has(task.id), isNewest: task.ranked_at <= closedAt }
  })

  await tx
    .insertInto('task_evidence')
    .values(
      filed.map(({ task, evidence }) => ({
        task_id: task.id,
        result_digest: evidence.resultDigest,
        issue: evidence.issue,
        body: JSON.stringify(evidence),
        closed_at: closedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['result_digest', 'issue']).doNothing())
    .execute()

  for (const { task, evidence } of filed.filter(({ isNew, isNewest }) => !isNew && isNewest)) {
    const standing = { ...standingOf(evidence), ranked_at: closedAt }
    await tx.updateTable('priority_tasks').set(standing).where('id', '=', task.id).execute()
  }

  await tx
    .insertInto('task_history')
    .values(
      filed.map(({ task, evidence, isNew, isNewest }) => ({
        task_id: task.id,
        at: sql<Date>`now()`,
        account_id: null,
        account_name: null,
        kind: isNew ? ('filed' as const) : ('evidenceAdded' as const),
        before: JSON.stringify(isNew ? {} : { rank: String(task.rank) }),
        after: JSON.stringify({
          ...(isNew && { title: task.title, fieldId: task.field_id }),
          rank: String(isNewest ? evidence.rank : task.rank),
        }),
      })),
    )
    .execute()
}

/** Entries for issues that have none yet; returns the ids of the new ones. */
async function insertTasks(tx: Tx, planId: string, result: SealedResult, entries: TaskEntry[]): Promise<Set<string>> {
  const fieldIds = new Set((await fieldsOf(tx, planId)).map(({ id }) => id))
  const made = await tx
    .insertInto('priority_tasks')
    .values(
      entries.map(({ title, fieldId, evidence }) => ({
        id: randomUUID(),
        plan_id: planId,
        origin_session_id: result.session.id,
        origin_issue: evidence.issue,
        title,
        field_id: fieldId !== null && fieldIds.has(fieldId) ? fieldId : null,
        ...standingOf(evidence),
        ranked_at: new Date(result.closedAt),
      })),
    )
    .onConflict((conflict) => conflict.columns(['origin_session_id', 'origin_issue']).doNothing())
    .returning('id')
    .execute()
  return new Set(made.map(({ id }) => id))
}

const standingOf = (evidence: TaskEntry['evidence']) => ({
  rank: evidence.rank,
  tied: evidence.tied,
  score: evidence.score,
  share_of_stickers: evidence.shareOfStickers,
  share_of_voters: evidence.shareOfVoters,
})
