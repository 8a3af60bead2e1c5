import { z } from 'zod'
import { ActivityId, IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason, IssueStatus } from '../material.ts'

/* Lengths here only bound the work; what a person may write is counted in graphemes by cleanText. */
const Raw = z.string().max(limits.textBytes)
const words = {
  text: Raw,
  detail: Raw.default(''),
  fieldId: Uuid.nullable().default(null),
  /** to the form's further questions, by their ids */
  answers: z.record(z.string().max(12), Raw).optional(),
}

export const SubmitIssue = z
  .strictObject({ type: z.literal('submitIssue'), activity: ActivityId, ...words })
  .describe('Submit an issue while issues are collected. The answer names it.')
export const ReviseIssue = z
  .strictObject({ type: z.literal('reviseIssue'), issue: IssueId, ...words })
  .describe('Change the words of an issue of one’s own, while issues are collected. One that was returned waits again.')
export const WithdrawIssue = z
  .strictObject({ type: z.literal('withdrawIssue'), issue: IssueId })
  .describe('Take back an issue of one’s own, while issues are collected.')
export const SupportIssue = z
  .strictObject({ type: z.literal('supportIssue'), issue: IssueId })
  .describe('Say that one wants the same as somebody else’s issue, while issues are collected. Counted once.')
export const WithdrawSupport = z
  .strictObject({ type: z.literal('withdrawSupport'), issue: IssueId })
  .describe('Take that back.')
export const ModerateIssues = z
  .strictObject({
    type: z.literal('moderateIssues'),
    issues: z
      .array(z.strictObject({ issue: IssueId, edits: z.int().min(0) }))
      .min(1)
      .max(500),
    saw: IssueStatus,
    to: IssueStatus,
    reason: HideReason.nullable().default(null),
  })
  .describe(
    'Decide about issues as they were seen: in the state `saw`, with their words changed `edits` times. Of several, those that somebody else decided meanwhile are left as they are.',
  )
export const RevealIssues = z
  .strictObject({ type: z.literal('revealIssues'), activity: ActivityId })
  .describe('Show the room, all at once, what everybody has written alone.')

export const collectCommands = [
  SubmitIssue,
  ReviseIssue,
  WithdrawIssue,
  SupportIssue,
  WithdrawSupport,
  ModerateIssues,
  RevealIssues,
] as const
export type CollectCommand = z.infer<(typeof collectCommands)[number]>
