import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AgendaItem } from '../../shared/activities/index.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { Profile } from '../../shared/base/profile.ts'
import { Attendance, type SessionSummary } from '../../shared/plan/plan.ts'
import { SessionKind } from '../../shared/plan/template.ts'
import type { Session, SessionDraft, SessionLife } from '../../shared/session/definition.ts'
import { Tables } from '../../shared/session/tables.ts'
import type { Db, Tx } from '../db/schema.ts'
import { cleanDraft } from './clean.ts'

/**
 * A new draft in a stage of the plan. Refuses `not_found` (no such plan, or the stage is not one of its), `text_empty`,
 * `text_unsafe`.
 */
export async function createSession(tx: Tx, planId: string, draft: SessionDraft): Promise<Outcome<Session>> {
  const clean = cleanDraft(draft)
  if (!clean.ok) return clean
  if (!(await isStageOf(tx, planId, draft.stageId))) return refuse('not_found')
  const id = randomUUID()
  await tx
    .insertInto('sessions')
    .values({ id, plan_id: planId, ...columnsOf(clean.value) })
    .execute()
  return getSession(tx, id)
}

/**
 * Change a draft; `version` is the one that was read. Refuses `session_not_found`, `session_not_draft`,
 * `version_conflict`, `not_found` (no such stage in this plan), `text_empty`, `text_unsafe`.
 */
export async function updateSession(
  tx: Tx,
  id: string,
  version: number,
  draft: SessionDraft,
): Promise<Outcome<Session>> {
  const clean = cleanDraft(draft)
  if (!clean.ok) return clean
  const before = await tx
    .selectFrom('sessions')
    .select(['plan_id', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return refuse('session_not_found')
  if (before.state !== 'draft') return refuse('session_not_draft')
  if (before.version !== version) return refuse('version_conflict')
  if (!(await isStageOf(tx, before.plan_id, draft.stageId))) return refuse('not_found')
  await tx
    .updateTable('sessions')
    .set({ ...columnsOf(clean.value), version: version + 1 })
    .where('id', '=', id)
    .execute()
  return getSession(tx, id)
}

/** Refuses `session_not_found`. Moments are answered in UTC. */
export async function getSession(db: Db, id: string): Promise<Outcome<Session>> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('plans', 'plans.id', 'sessions.plan_id')
    .selectAll('sessions')
    .select('plans.title as plan_title')
    .where('sessions.id', '=', id)
    .executeTakeFirst()
  if (!row) return refuse('session_not_found')
  return ok({
    ...summaryOf(row),
    planId: row.plan_id,
    planTitle: row.plan_title,
    attendance: z.array(Attendance).parse(row.attendance),
    agenda: z.array(AgendaItem).parse(row.agenda),
    tables: Tables.nullable().parse(row.tables),
    ...(row.profile !== null && { profile: Profile.parse(row.profile) }),
    version: row.version,
  })
}

/** The sessions of a plan as its pipeline shows them, in the order in which they were made. */
export async function sessionsOfPlan(db: Db, planId: string): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'stage_id', 'kind', 'title', 'held_at', 'place', 'state'])
    .where('plan_id', '=', planId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(summaryOf)
}

async function isStageOf(db: Db, planId: string, stageId: string): Promise<boolean> {
  const stage = await db
    .selectFrom('stages')
    .select('id')
    .where('plan_id', '=', planId)
    .where('id', '=', stageId)
    .executeTakeFirst()
  return stage !== undefined
}

const columnsOf = ({ stageId, kind, title, heldAt, place, attendance, profile, tables, agenda }: SessionDraft) => ({
  stage_id: stageId,
  kind,
  title,
  held_at: heldAt === null ? null : new Date(heldAt),
  place,
  attendance: JSON.stringify(attendance),
  agenda: JSON.stringify(agenda),
  tables: tables ? JSON.stringify(tables) : null,
  profile: profile ? JSON.stringify(profile) : null,
})

const summaryOf = (row: {
  id: string
  stage_id: string
  kind: string
  title: string
  held_at: Date | null
  place: string
  state: SessionLife
}): SessionSummary => ({
  id: row.id,
  stageId: row.stage_id,
  kind: SessionKind.parse(row.kind),
  title: row.title,
  heldAt: row.held_at?.toISOString() ?? null,
  place: row.place,
  state: row.state,
})
