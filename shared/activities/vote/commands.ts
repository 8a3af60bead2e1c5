import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { Ballot } from '../../ballots/index.ts'
import { markViews } from '../../results/marks.ts'

export const CastBallot = z
  .strictObject({
    type: z.literal('castBallot'),
    activity: ActivityId,
    revision: z.int().min(1).max(1_000_000).describe('Counted by the participant’s own device, from 1.'),
    ballot: Ballot,
  })
  .describe(
    'A participant’s whole answer; it replaces the one before. A lower revision than the stored one is `stale`, the same one with another ballot `conflict`; both bring the stored ballot.',
  )
export type CastBallot = z.infer<typeof CastBallot>

export const RevealResult = z
  .strictObject({ type: z.literal('revealResult'), activity: ActivityId })
  .describe('Show the result of a sealed vote to everybody. It goes into the priority-task list.')

export const ShowOnResult = z
  .strictObject({ type: z.literal('showOnResult'), activity: ActivityId, show: z.enum(markViews).nullable() })
  .describe(
    'Put beside a revealed result which issues are practically level, or how other rules count the same ballots; null takes it away.',
  )

export const voteCommands = [RevealResult, ShowOnResult] as const
export type VoteCommand = z.infer<(typeof voteCommands)[number]>
