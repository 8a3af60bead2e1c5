import { z } from 'zod'
import { ActivityId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

/** Does a candidate issue say what was meant? */
export const CheckAnswer = z.enum(['right', 'partly', 'wrong'])
export type CheckAnswer = z.infer<typeof CheckAnswer>

export const CheckIssue = z
  .strictObject({
    type: z.literal('checkIssue'),
    activity: ActivityId,
    issue: IssueId,
    answer: CheckAnswer,
    /** how it should be said; empty where nothing is to be changed */
    correction: z.string().max(limits.textBytes).default(''),
  })
  .describe('Confirm or correct a candidate issue; a later answer of the same seat replaces the one before.')

export const memberCheckCommands = [CheckIssue] as const
export type MemberCheckCommand = z.output<(typeof memberCheckCommands)[number]>
