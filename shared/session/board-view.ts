import { z } from 'zod'
import { causesIn, causeTitle } from '../activities/causes/graph.ts'
import { personalKindsIn } from '../activities/collect/moderation-view.ts'
import { personalKinds } from '../activities/collect/personal-data.ts'
import {
  boardActions,
  BoardNews,
  causeActions,
  CausePlacement,
  detailOf,
  HideReason,
  IssueGroup,
  IssueStatus,
  statusOf,
  supportsOf,
  type Cause,
  type Issue,
  type Material,
} from '../activities/material.ts'
import { ActivityId, EpochMs, IssueId, Uuid } from '../base/ids.ts'

export const BoardIssue = z.strictObject({
  id: IssueId,
  /** as it is shown: the facilitator's wording or the author's */
  title: z.string(),
  text: z.string(),
  detail: z.string(),
  fieldId: Uuid.nullable(),
  mergedInto: IssueId.nullable(),
  hidden: HideReason.nullable(),
  /** the table that it was written at */
  table: z.int().min(1).optional(),
  /** kept at its table: the room does not see it yet */
  atTable: z.boolean().optional(),
  group: IssueId.nullable(),
  status: IssueStatus,
  /** why it was returned or hidden */
  reason: HideReason.nullable(),
  /** how often its words were changed; a decision names it */
  edits: z.int().min(0),
  supports: z.int().min(0),
  /** kinds of personal data that stand in its words */
  personal: z.array(z.enum(personalKinds)),
})
export type BoardIssue = z.infer<typeof BoardIssue>

/** A cause with all that a facilitator decides about it; `text` is its author's own wording. */
export const BoardCause = z.strictObject({
  id: IssueId,
  activity: ActivityId,
  text: z.string(),
  ...CausePlacement.shape,
  /** as it is shown */
  title: z.string(),
})
export type BoardCause = z.infer<typeof BoardCause>

/** The part of a console's view that is worked on: issues, groups, causes, what was moderated, and what can be undone. */
export const Board = z.strictObject({
  /** everything that was submitted and not withdrawn, in the order of arrival */
  issues: z.array(BoardIssue),
  /** of the board, in their order */
  groups: z.array(IssueGroup),
  /** what was moderated, by whom, the newest first: the latest of it */
  moderation: z.array(
    z.strictObject({
      id: z.string(),
      issue: IssueId,
      title: z.string(),
      at: EpochMs,
      by: z.string(),
      before: IssueStatus,
      after: IssueStatus,
      reason: HideReason.nullable(),
    }),
  ),
  /** the step on the board that Undo would take back, how many issues it touches, and who took it */
  undo: z
    .strictObject({
      action: z.enum(boardActions),
      issues: z.int().min(0),
      number: z.int().min(1),
      by: BoardNews.shape.by,
    })
    .nullable(),
  /** what happened on the board last */
  boardNews: BoardNews.nullable(),
  /** causes that were not withdrawn, of all issues, in the order of arrival */
  causes: z.array(BoardCause).optional(),
  /** the step on the causes that Undo would take back, and how many causes it touches */
  causesUndo: z
    .strictObject({ action: z.enum(causeActions), causes: z.int().min(1) })
    .nullable()
    .optional(),
})
export type Board = z.infer<typeof Board>

export function boardView(material: Material): Board {
  const undone = material.undo.at(-1)
  const causeStep = material.causeUndo?.at(-1)
  return {
    issues: Object.values(material.issues)
      .filter((issue) => !issue.withdrawn)
      .map((issue) => boardIssue(issue, material)),
    moderation: moderationView(material),
    causes: Object.values(causesIn(material))
      .filter((cause) => !cause.withdrawn)
      .map(boardCause),
    causesUndo: causeStep ? { action: causeStep.action, causes: causeStep.changes.length } : null,
    groups: [...material.groups],
    undo: undone
      ? { action: undone.action, issues: undone.changes.length, number: undone.number, by: undone.by ?? null }
      : null,
    boardNews: material.boardNews,
  }
}

function boardIssue(issue: Issue, material: Material): BoardIssue {
  const { id, text, placement, review, edits = 0, table, rolledUp } = issue
  const { title, group = null, ...rest } = placement
  return {
    ...{ id, title: title ?? text, text, detail: detailOf(issue), ...rest, group },
    ...(table !== undefined && { table }),
    ...(rolledUp === null && { atTable: true }),
    status: statusOf(issue),
    reason: placement.hidden ?? review?.reason ?? null,
    edits,
    supports: supportsOf(material, issue),
    personal: personalKindsIn(issue),
  }
}

/* A console shows what was just done; the whole record is in the session's facts. */
const MODERATION_SHOWN = 100

const moderationView = ({ moderation = [] }: Material): Board['moderation'] =>
  moderation
    .map(({ by, text, ...entry }, n) => ({ id: `m${n}`, title: text, by: by.name, ...entry }))
    .slice(-MODERATION_SHOWN)
    .reverse()

const boardCause = (cause: Cause): BoardCause => ({
  id: cause.id,
  activity: cause.activity,
  text: cause.text,
  ...cause.placement,
  title: causeTitle(cause),
})
