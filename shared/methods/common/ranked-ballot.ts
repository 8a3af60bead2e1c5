import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import type { RankingBallot } from '../../ballots/ranking.ts'

/** What every method for ranked ballots lets a facilitator set: how many items one may rank, and whether as equals. */
export const rankedLimits = {
  topK: z.int().min(1).max(limits.candidatesPerVote).default(limits.candidatesPerVote),
  tiesAllowed: z.boolean().default(true),
}
export interface RankedLimits {
  topK: number
  tiesAllowed: boolean
}

/** May this ranking be cast? Only items of the vote, each once, no more than `topK`, equal ones only if allowed. */
export function checkRanking(
  ballot: RankingBallot,
  candidates: readonly string[],
  { topK, tiesAllowed }: RankedLimits,
): Outcome<RankingBallot> {
  const fault = rankingFault(ballot, new Set(candidates), topK, tiesAllowed)
  return fault ? refuse(fault, fault === 'too_many_choices' ? { max: topK } : undefined) : ok(ballot)
}

/** The same for many ballots: whoever asks builds the set of items once. */
export function rankingFault(
  { ranking }: RankingBallot,
  known: { has(id: string): boolean },
  topK: number,
  tiesAllowed: boolean,
) {
  const seen = new Set<string>()
  for (const group of ranking) {
    if (group.length > 1 && !tiesAllowed) return 'ties_not_allowed'
    for (const id of group) {
      if (!known.has(id)) return 'unknown_candidate'
      if (seen.has(id)) return 'named_twice'
      seen.add(id)
    }
  }
  return seen.size > topK ? 'too_many_choices' : undefined
}
