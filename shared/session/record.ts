import { z } from 'zod'
import { kindIds } from '../activities/index.ts'
import { Code, Theme } from '../activities/coding/code.ts'
import { codersIn } from '../activities/coding/quotes.ts'
import { questionKinds } from '../activities/discuss/activity.ts'
import { NoteLine } from '../activities/discuss/note.ts'
import { causeTitle, shownCauses } from '../activities/causes/graph.ts'
import { groupOf, HideReason, IssueStatus, statusOf, supportsOf, titleOf } from '../activities/material.ts'
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
      openedAt: EpochMs.nullable(),
      closedAt: EpochMs.nullable(),
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
      status: IssueStatus,
      /** title of the group that it lies in */
      group: z.string().nullable(),
      /** the table that it was written at */
      table: z.int().nullable(),
      /** how many others want the same */
      supports: Count,
    }),
  ),
  /** who moderated what, in order; `by` is the name under which somebody ran the session */
  moderation: z.array(
    z.strictObject({
      issue: IssueId,
      text: z.string(),
      at: EpochMs,
      by: z.string(),
      before: IssueStatus,
      after: IssueStatus,
      reason: HideReason.nullable(),
    }),
  ),
  causes: z.array(
    z.strictObject({
      id: IssueId,
      text: z.string(),
      /** the issues and causes that it explains */
      parents: z.array(IssueId),
      chosen: z.boolean(),
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
    run: activities.map(({ id, kind, title, minutes, phase }) => ({
      ...{ id, kind, title, minutes, phase },
      openedAt: state.times[id]?.openedAt ?? null,
      closedAt: state.times[id]?.closedAt ?? null,
    })),
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
        status: statusOf(issue),
        group: groupOf(material, issue)?.title ?? null,
        table: issue.table ?? null,
        supports: supportsOf(material, issue),
      })),
    moderation: (material.moderation ?? []).map(({ by, ...entry }) => ({ ...entry, by: by.name })),
    causes: shownCauses(material).map(({ cause, parents }) => ({
      id: cause.id,
      text: causeTitle(cause),
      parents: [...parents],
      chosen: cause.placement.chosen,
    })),
    responses: moderatedResponses(material.responses),
    transcript: transcript(state),
    codes,
    themes,
    tags: tags.map(({ note, by, codes }) => ({ note, coder: coders.indexOf(by) + 1, codes })),
    candidates,
  }
}
