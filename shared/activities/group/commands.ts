import { z } from 'zod'
import { IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason } from '../material.ts'

const Issues = z.array(IssueId).min(1).max(500)

export const MergeIssues = z
  .strictObject({ type: z.literal('mergeIssues'), into: IssueId, issues: Issues })
  .describe('Merge `issues` into `into`; what had been merged into them goes along. What was written stays as it is.')
export const SplitIssues = z
  .strictObject({ type: z.literal('splitIssues'), issues: Issues })
  .describe('Take merged issues out again.')
export const AssignField = z
  .strictObject({ type: z.literal('assignField'), issues: Issues, fieldId: Uuid.nullable() })
  .describe('Assign issues to a field of the plan, or to none.')
export const HideIssues = z
  .strictObject({ type: z.literal('hideIssues'), issues: Issues, reason: HideReason })
  .describe('Hide issues from the room; their authors see the reason.')
export const ShowIssues = z
  .strictObject({ type: z.literal('showIssues'), issues: Issues })
  .describe('Show hidden issues again.')
export const RewordIssue = z
  .strictObject({
    type: z.literal('rewordIssue'),
    issue: IssueId,
    title: z.string().max(limits.textBytes).nullable(),
  })
  .describe('A wording for the hall; null gives the author’s own back.')
export const Undo = z
  .strictObject({ type: z.literal('undo') })
  .describe('Take back the latest step on the board, whoever took it.')

export const groupCommands = [MergeIssues, SplitIssues, AssignField, HideIssues, ShowIssues, RewordIssue, Undo] as const
export type GroupCommand = z.infer<(typeof groupCommands)[number]>
