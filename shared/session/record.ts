import { z } from 'zod'
import { kindIds } from '../activities/index.ts'
import { Code, Theme } from '../activities/coding/code.ts'
import { codersIn } from '../activities/coding/quotes.ts'
import { questionKinds } from '../activities/discuss/activity.ts'
import { NoteLine } from '../activities/discuss/note.ts'
import { HideReason, titleOf } from '../activities/material.ts'
import { moderatedResponses, MyResponse } from '../activities/words/response.ts'
import { ActivityId, CodeId, EpochMs, IssueId, NoteId, ThemeId, Uuid } from '../base/ids.ts'
import { analysisView } from './analysis-view.ts'
import { transcript } from './discussion.ts'
import type { SessionState } from './state.ts'

const Count = z.int().min(0)

/**
 * What stays of a session beside its sealed results: what was done, written, said, and made of it. It has no seat, no
 * link and no account in it; ballots were never there. Kept with the plan when the session is closed.
 */
export const SessionRecord = z.strictObject({
  format: z.literal('madang-record'),
  version: z.literal(1),
  session: z.strictObject({
    id: Uuid,
    title: z.string(),
    planTitle: z.string(),
    heldAt: z.string().nullable(),
    place: z.string(),
  }),
  run: z.array(
    z.strictObject({
      id: ActivityId,
      kind: z.enum(kindIds),
      title: z.string(),
      minutes: z.int(),
      phase: z.enum(['prepared', 'open', 'closed', 'sealed', 'revealed']),
    }),
  ),
  issues: z.array(
    z.strictObject({
      id: IssueId,
      activity: ActivityId,
      /** as it was shown last, and as it was written */
      title: z.string(),
      text: z.string(),
      detail: z.string(),
      field: z.string().nullable(),
      mergedInto: IssueId.nullable(),
      hidden: HideReason.nullable(),
    }),
  ),
  /** to open questions; a record of before has none */
  responses: z.array(MyResponse).default([]),
  transcript: z.array(
    z.strictObject({
      ...NoteLine.shape,
      questionText: z.string(),
      questionKind: z.enum(questionKinds).nullable(),
      sinceAsked: z.number().nullable().describe('ms since its question was asked'),
      at: EpochMs,
    }),
  ),
  codes: z.array(Code),
  themes: z.array(Theme),
  /** `coder`: 1 for whoever began first */
  tags: z.array(z.strictObject({ note: NoteId, coder: z.int().min(1), codes: z.array(CodeId) })),
  candidates: z.array(
    z.strictObject({
      issue: IssueId,
      title: z.string(),
      theme: ThemeId.nullable(),
      notes: z.array(NoteId),
      right: Count,
      partly: Count,
      wrong: Count,
      corrections: z.array(z.string()),
    }),
  ),
})
export type SessionRecord = z.infer<typeof SessionRecord>

/** The record of a session as it stands now. */
export function recordOf(state: SessionState): SessionRecord {
  const { definition, activities, material } = state
  const { sessionId: id, title, planTitle, heldAt, place } = definition
  const fields = new Map(material.fields.map((field) => [field.id, field.title]))
  const { codes, themes, tags, candidates } = analysisView(state)
  const coders = codersIn(material.coding)
  return {
    format: 'madang-record',
    version: 1,
    session: { id, title, planTitle, heldAt, place },
    run: activities.map(({ id, kind, title, minutes, phase }) => ({ id, kind, title, minutes, phase })),
    issues: Object.values(material.issues)
      .filter(({ withdrawn }) => !withdrawn)
      .map((issue) => ({
        id: issue.id,
        activity: issue.activity,
        title: titleOf(issue),
        text: issue.text,
        detail: issue.detail,
        field: fields.get(issue.placement.fieldId ?? '') ?? null,
        mergedInto: issue.placement.mergedInto,
        hidden: issue.placement.hidden,
      })),
    responses: moderatedResponses(material.responses),
    transcript: transcript(state),
    codes,
    themes,
    tags: tags.map(({ note, by, codes }) => ({ note, coder: coders.indexOf(by) + 1, codes })),
    candidates,
  }
}
