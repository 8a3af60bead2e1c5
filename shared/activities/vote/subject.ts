import { z } from 'zod'
import { ActivityId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

const Only = z.array(IssueId).min(1).max(limits.candidatesPerVote).optional()
const End = z.string().trim().min(1).max(limits.scaleEndWords)

/**
 * What is voted on: the issues that the room sees, all or only some of them (a run-off); groups of them, with every
 * issue that is in none; answers that were written down beforehand (a quick poll); or causes that were found in an
 * activity, of all its issues or of one. Only issues and their groups go into the priority-task list; causes are chosen.
 */
export const Subject = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('issues'), only: Only }),
  z.strictObject({ of: z.literal('groups'), only: Only }),
  z.strictObject({ of: z.literal('causes'), activity: ActivityId, issue: IssueId.optional(), only: Only }),
  z.strictObject({
    of: z.literal('options'),
    options: z.array(z.string().trim().min(1).max(limits.issueText)).min(1).max(limits.optionsPerVote),
    /** what the lowest and the highest point of a scale mean, in the office's words */
    ends: z.tuple([End, End]).optional(),
  }),
])
export type Subject = z.infer<typeof Subject>
