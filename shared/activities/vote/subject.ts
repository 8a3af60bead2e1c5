import { z } from 'zod'
import { IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

const End = z.string().trim().min(1).max(limits.scaleEndWords)

/**
 * What is voted on: the issues that the room sees, all or only some of them (a run-off), or answers that were written
 * down beforehand (a quick poll). Only issues go into the priority-task list.
 */
export const Subject = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('issues'), only: z.array(IssueId).min(1).max(limits.candidatesPerVote).optional() }),
  z.strictObject({
    of: z.literal('options'),
    options: z.array(z.string().trim().min(1).max(limits.issueText)).min(1).max(limits.optionsPerVote),
    /** what the lowest and the highest point of a scale mean, in the office's words */
    ends: z.tuple([End, End]).optional(),
  }),
])
export type Subject = z.infer<typeof Subject>
