import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AgendaItem } from '../../shared/activities/index.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { SessionKind, StageKey } from '../../shared/plan/template.ts'
import {
  sessionTemplates,
  type SessionTemplate,
  type SessionTemplateDraft,
  type SessionTemplateEdit,
} from '../../shared/session/session-template.ts'
import type { Db, Tx } from '../db/schema.ts'
import { cleanDraft, cleanTitle } from './clean.ts'

/** Those that the program brings, then the office's own by name. */
export async function listSessionTemplates(db: Db): Promise<SessionTemplate[]> {
  const rows = await db
    .selectFrom('session_templates')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('title')
    .orderBy('created_at')
    .execute()
  return [...sessionTemplates, ...rows.map(templateOf)]
}

/** Keep a running order as a template. Refuses `text_empty`, `text_too_long`, `text_unsafe`. */
export async function saveSessionTemplate(
  tx: Tx,
  draft: SessionTemplateDraft,
  by: string,
): Promise<Outcome<SessionTemplate>> {
  const clean = cleanDraft(draft)
  if (!clean.ok) return clean
  const { title, kind, stage, leaves, agenda } = clean.value
  const id = randomUUID()
  await tx
    .insertInto('session_templates')
    .values({ id, title, kind, stage, leaves, agenda: JSON.stringify(agenda), created_by: by })
    .execute()
  return ok({ ...clean.value, id, isOwn: true })
}

/**
 * Rename an own template, or take it out of the list and put it back. Refuses `not_found` (none of the office’s own),
 * `text_empty`, `text_too_long`, `text_unsafe`.
 */
export async function editSessionTemplate(
  tx: Tx,
  id: string,
  { title, isRemoved }: SessionTemplateEdit,
  at: Date,
): Promise<Outcome<SessionTemplate>> {
  const clean = title === undefined ? null : cleanTitle(title)
  if (clean && !clean.ok) return clean
  const row = await tx.selectFrom('session_templates').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return refuse('not_found')
  const changed = {
    title: clean?.value ?? row.title,
    removed_at: isRemoved === undefined ? row.removed_at : isRemoved ? at : null,
  }
  await tx.updateTable('session_templates').set(changed).where('id', '=', id).execute()
  return ok(templateOf({ ...row, ...changed }))
}

const templateOf = (row: {
  id: string
  title: string
  kind: string
  stage: string
  leaves: string
  agenda: unknown
}): SessionTemplate => ({
  id: row.id,
  title: row.title,
  kind: SessionKind.parse(row.kind),
  stage: StageKey.parse(row.stage),
  leaves: row.leaves,
  agenda: z.array(AgendaItem).parse(row.agenda),
  isOwn: true,
})
