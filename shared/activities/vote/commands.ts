import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { Ballot } from '../../ballots/index.ts'

/** A participant's whole answer; it replaces the one before. `revision` is counted by the participant's own device, from 1. */
export const CastBallot = z.strictObject({
  type: z.literal('castBallot'),
  activity: ActivityId,
  revision: z.int().min(1).max(1_000_000),
  ballot: Ballot,
})
export type CastBallot = z.infer<typeof CastBallot>

export const RevealResult = z.strictObject({ type: z.literal('revealResult'), activity: ActivityId })
export type VoteCommand = z.infer<typeof RevealResult>
