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
  limits: RankedLimits,
): Outcome<RankingBallot> {
  const fault = new RankingRule(candidates, limits).faultOf(ballot)
  return fault ? refuse(fault, fault === 'too_many_choices' ? { max: limits.topK } : undefined) : ok(ballot)
}

/** The rule for many ballots of one vote. */
export class RankingRule {
  /** places in `candidates` of the items that the last ballot named, best first */
  readonly named: Int32Array
  private readonly places: ReadonlyMap<string, number>
  private readonly limits: RankedLimits
  /** by place, the last ballot that named it: nothing has to be cleared between ballots */
  private readonly namedBy: Uint32Array
  private turn = 0

  constructor(candidates: readonly string[], limits: RankedLimits) {
    this.places = new Map(candidates.map((id, place) => [id, place]))
    this.limits = limits
    this.named = new Int32Array(candidates.length)
    this.namedBy = new Uint32Array(candidates.length)
  }

  /** What is wrong with a ballot, if anything is. */
  faultOf({ ranking }: RankingBallot) {
    const { places, named, namedBy, limits } = this
    const turn = (this.turn += 1)
    let n = 0
    for (const group of ranking) {
      if (group.length > 1 && !limits.tiesAllowed) return 'ties_not_allowed'
      for (const id of group) {
        const place = places.get(id)
        if (place === undefined) return 'unknown_candidate'
        if (namedBy[place] === turn) return 'named_twice'
        namedBy[place] = turn
        named[n] = place
        n += 1
      }
    }
    return n > limits.topK ? 'too_many_choices' : undefined
  }
}
