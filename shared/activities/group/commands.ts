import { z } from 'zod'
import { IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason } from '../material.ts'

const Issues = z.array(IssueId).min(1).max(500)

/** `issues` go into `into`; what had been merged into them goes along. */
export const MergeIssues = z.strictObject({ type: z.literal('mergeIssues'), into: IssueId, issues: Issues })
/** Take merged issues out again. */
export const SplitIssues = z.strictObject({ type: z.literal('splitIssues'), issues: Issues })
export const AssignField = z.strictObject({
  type: z.literal('assignField'),
  issues: Issues,
  fieldId: Uuid.nullable(),
})
export const HideIssues = z.strictObject({ type: z.literal('hideIssues'), issues: Issues, reason: HideReason })
export const ShowIssues = z.strictObject({ type: z.literal('showIssues'), issues: Issues })
/** A wording for the hall; null gives the author's own back. */
export const RewordIssue = z.strictObject({
  type: z.literal('rewordIssue'),
  issue: IssueId,
  title: z.string().max(limits.textBytes).nullable(),
})
/** Take back the latest step on the board, whoever took it. */
export const Undo = z.strictObject({ type: z.literal('undo') })

export const groupCommands = [MergeIssues, SplitIssues, AssignField, HideIssues, ShowIssues, RewordIssue, Undo] as const
export type GroupCommand = z.infer<(typeof groupCommands)[number]>
