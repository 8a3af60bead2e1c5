import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/**
 * Items in order, best first; those of one group are equal, those left out are tied below the last group. An empty
 * ranking is blank and counts as one.
 */
export const rankingShape = (item: ItemName) => ({
  ranking: z.array(z.array(item).min(1).max(limits.candidatesPerVote)).max(limits.candidatesPerVote),
})
export const RankingBallot = z.strictObject(rankingShape(IssueId))
export type RankingBallot = z.infer<typeof RankingBallot>
