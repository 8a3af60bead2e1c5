import { z } from 'zod'
import { AgendaItem } from '../activities/index.ts'
import { Uuid } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { Tables } from './tables.ts'
import { Profile } from '../base/profile.ts'
import { Attendance } from '../plan/plan.ts'
import { SessionKind } from '../plan/template.ts'

/** What staff prepare before a session is held. */
export const SessionDraft = z.strictObject({
  stageId: Uuid,
  kind: SessionKind,
  title: z.string().trim().min(1).max(limits.title),
  /** ISO 8601 with offset; null while the date is open */
  heldAt: z.iso.datetime({ offset: true }).nullable(),
  place: z.string().trim().max(120),
  /** expected, by organisation */
  attendance: z.array(Attendance).max(100),
  /** left out or null: the room sits as one */
  tables: Tables.nullable().optional(),
  /** the district's population by attribute; left out: phones ask nobody who they are */
  profile: Profile.optional(),
  agenda: z
    .array(AgendaItem)
    .min(1)
    .max(limits.activitiesPerSession)
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, 'activity ids differ'),
})
export type SessionDraft = z.output<typeof SessionDraft>

/** draft → lobby → running → closed → reviewed */
export const SessionLife = z.enum(['draft', 'lobby', 'running', 'closed', 'reviewed'])
export type SessionLife = z.infer<typeof SessionLife>

/** A session as the desk reads it. */
export const Session = z.strictObject({
  ...SessionDraft.shape,
  id: Uuid,
  planId: Uuid,
  planTitle: z.string(),
  state: SessionLife,
  version: z.int().min(1),
})
export type Session = z.output<typeof Session>
