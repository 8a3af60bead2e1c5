import type { z } from 'zod'
import { limits } from '../../shared/base/limits.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { cleanText } from '../../shared/base/text.ts'
import type { PriorityTaskDetail, TaskChange, TaskDecision, TaskEdit } from '../../shared/plan/priority-task.ts'
import type { Tx } from '../db/schema.ts'
import { cleanTitle } from './clean.ts'
import { fieldsOf } from './plans.ts'
import { getTask } from './tasks.ts'

/** Who changes something: an account, with its name as it is now. */
export interface Author {
  id: string
  name: string
}

/**
 * Change the title or the field of an entry; `version` is the one that was read. Refuses `not_found`,
 * `version_conflict`, `unknown_field`, `text_empty`, `text_too_long`, `text_unsafe`.
 */
export async function editTask(
  tx: Tx,
  id: string,
  edit: z.output<typeof TaskEdit>,
  author: Author,
): Promise<Outcome<PriorityTaskDetail>> {
  const task = await lockTask(tx, id, edit.version)
  if (!task.ok) return task
  const before = task.value
  const title = edit.title === undefined ? ok(before.title) : cleanTitle(edit.title)
  if (!title.ok) return title
  const fieldId = edit.fieldId === undefined ? before.field_id : edit.fieldId
  if (fieldId !== null && !(await fieldsOf(tx, before.plan_id)).some((field) => field.id === fieldId)) {
    return refuse('unknown_field')
  }
  const hasNewTitle = title.value !== before.title
  const hasNewField = fieldId !== before.field_id
  if (hasNewTitle || hasNewField) {
    await tx
      .updateTable('priority_tasks')
      .set({ title: title.value, field_id: fieldId, version: before.version + 1 })
      .where('id', '=', id)
      .execute()
    await remember(tx, id, author, {
      kind: 'edited',
      before: { ...(hasNewTitle && { title: before.title }), ...(hasNewField && { fieldId: before.field_id }) },
      after: { ...(hasNewTitle && { title: title.value }), ...(hasNewField && { fieldId }) },
      reason: '',
    })
  }
  return getTask(tx, id)
}

/**
 * Adopt, hold or reject an entry; a decision may be taken again with another outcome. Refuses `not_found`,
 * `version_conflict`, `reason_required` (on hold and rejected), `text_too_long`, `text_unsafe`.
 */
export async function decideTask(
  tx: Tx,
  id: string,
  { version, decision, reason: raw }: z.output<typeof TaskDecision>,
  author: Author,
): Promise<Outcome<PriorityTaskDetail>> {
  const reason = cleanReason(raw)
  if (!reason.ok) return reason
  if (reason.value === '' && decision !== 'adopted') return refuse('reason_required')
  const task = await lockTask(tx, id, version)
  if (!task.ok) return task
  const before = task.value
  if (before.status !== decision || before.reason !== reason.value) {
    await tx
      .updateTable('priority_tasks')
      .set({ status: decision, reason: reason.value, version: before.version + 1 })
      .where('id', '=', id)
      .execute()
    await remember(tx, id, author, {
      kind: 'decided',
      before: { status: before.status },
      after: { status: decision },
      reason: reason.value,
    })
  }
  return getTask(tx, id)
}

/** Several paragraphs are fine here; nothing visible is no reason. */
function cleanReason(raw: string): Outcome<string> {
  const reason = cleanText(raw, limits.reason)
  return !reason.ok && reason.refusal === 'text_empty' ? ok('') : reason
}

async function lockTask(tx: Tx, id: string, version: number) {
  const task = await tx
    .selectFrom('priority_tasks')
    .select(['plan_id', 'title', 'field_id', 'status', 'reason', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!task) return refuse('not_found')
  return task.version === version ? ok(task) : refuse('version_conflict')
}

async function remember(
  tx: Tx,
  taskId: string,
  author: Author,
  { kind, before, after, reason }: Omit<TaskChange, 'at' | 'by'>,
): Promise<void> {
  await tx
    .insertInto('task_history')
    .values({
      task_id: taskId,
      at: new Date(),
      account_id: author.id,
      account_name: author.name,
      kind,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      reason,
    })
    .execute()
}
