import { z } from 'zod'
import { ActivityId, IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

/* Lengths here only bound the work; what a person may write is counted in graphemes by cleanText. */
const Raw = z.string().max(limits.textBytes)
const words = { text: Raw, detail: Raw.default(''), fieldId: Uuid.nullable().default(null) }

export const SubmitIssue = z
  .strictObject({ type: z.literal('submitIssue'), activity: ActivityId, ...words })
  .describe('Submit an issue while issues are collected. The answer names it.')
export const ReviseIssue = z
  .strictObject({ type: z.literal('reviseIssue'), issue: IssueId, ...words })
  .describe('Change the words of an issue of one’s own, while issues are collected.')
export const WithdrawIssue = z
  .strictObject({ type: z.literal('withdrawIssue'), issue: IssueId })
  .describe('Take back an issue of one’s own, while issues are collected.')

export const collectCommands = [SubmitIssue, ReviseIssue, WithdrawIssue] as const
export type CollectCommand = z.infer<(typeof collectCommands)[number]>
