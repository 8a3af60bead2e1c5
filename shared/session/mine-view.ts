import { z } from 'zod'
import { causesIn } from '../activities/causes/graph.ts'
import { groupOf, HideReason, IssuePart, statusOf, titleOf, type Issue } from '../activities/material.ts'
import { CheckAnswer } from '../activities/member-check/commands.ts'
import { MyResponse, responsesOf } from '../activities/words/response.ts'
import { ActivityId, IssueId, SeatId, Uuid } from '../base/ids.ts'
import { answersOf, MyAnswer } from './discussion.ts'
import type { SessionState } from './state.ts'

/** What one seat sees of its own, beside the view that all phones share. */
export const MineView = z.strictObject({
  seat: SeatId,
  issues: z.array(
    z.strictObject({
      id: IssueId,
      activity: ActivityId,
      text: z.string(),
      detail: z.string(),
      fieldId: Uuid.nullable(),
      parts: z.array(IssuePart),
      status: z.enum(['shown', 'merged', 'hidden', 'waiting', 'returned']),
      /** why it was hidden or returned */
      hidden: HideReason.nullable(),
      /** title of the group that it lies in now */
      group: z.string().nullable(),
    }),
  ),
  /** answers to questions of a discussion */
  answers: z.array(MyAnswer),
  causes: z
    .array(z.strictObject({ id: IssueId, activity: ActivityId, text: z.string(), hidden: HideReason.nullable() }))
    .optional(),
  /** others' issues that this seat wants too */
  supports: z.array(z.strictObject({ id: IssueId, title: z.string() })),
  /** to open questions */
  responses: z.array(MyResponse),
  askedForHelp: z.boolean(),
  /** that it has chosen */
  table: z.int().min(1).optional(),
  /** what this seat says of candidate issues */
  checks: z.array(z.strictObject({ issue: IssueId, answer: CheckAnswer, correction: z.string() })),
})
export type MineView = z.infer<typeof MineView>

export function mineView(state: SessionState, seat: string): MineView {
  const table = state.material.tableOf?.[seat]
  const all = Object.values(state.material.issues).filter((issue) => !issue.withdrawn)
  return {
    seat,
    answers: answersOf(state, seat),
    issues: all.filter((issue) => issue.author === seat).map((issue) => mineIssue(issue, state)),
    supports: all
      .filter((issue) => issue.supporters?.includes(seat))
      .map((issue) => ({ id: issue.id, title: titleOf(issue) })),
    causes: Object.values(causesIn(state.material))
      .filter((cause) => cause.author === seat && !cause.withdrawn)
      .map(({ id, activity, text, placement }) => ({ id, activity, text, hidden: placement.hidden })),
    responses: responsesOf(state.material.responses, seat),
    askedForHelp: state.help.includes(seat),
    ...(table !== undefined && { table }),
    checks: Object.entries(state.material.checks).flatMap(([issue, bySeat]) => {
      const own = bySeat[seat]
      return own ? [{ issue, ...own }] : []
    }),
  }
}

function mineIssue(issue: Issue, { material }: SessionState): MineView['issues'][number] {
  const { id, activity, text, detail, placement, parts = [], review } = issue
  return {
    id,
    activity,
    text,
    detail,
    fieldId: placement.fieldId,
    parts,
    status: ownStatus(issue),
    hidden: placement.hidden ?? review?.reason ?? null,
    group: groupOf(material, issue)?.title ?? null,
  }
}

function ownStatus(issue: Issue): MineView['issues'][number]['status'] {
  const status = statusOf(issue)
  return status === 'shown' && issue.placement.mergedInto !== null ? 'merged' : status
}
