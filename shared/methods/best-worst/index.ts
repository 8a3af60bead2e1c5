import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { bestWorstAnswer, bestWorstShape, type BestWorstBallot } from '../../ballots/best-worst.ts'
import { rounded } from '../common/rounded.ts'
import { defineMethod } from '../method.ts'
import { Candidates, defineRecount, ItemId, Weight } from '../recount.ts'
import { texts } from './texts.ts'

const options = z.strictObject({
  /** items shown together; a design of such sets is in `design.ts` */
  setSize: z.int().min(3).max(limits.itemsPerSet).default(4),
  /** sets that one person answers */
  perVoter: z.int().min(1).max(limits.setsPerVoter).default(6),
})

/**
 * Each person sees some sets and names the best and the worst of each; an item ranks by how often it was best minus how
 * often it was worst (Finn and Louviere 1992, the counting score of best–worst scaling). How often an item was shown
 * stands beside it: the design shows all equally often, what people leave out may not.
 */
export const bestWorst = defineMethod({
  id: 'best-worst',
  ballot: 'best-worst',
  parameters: options,
  texts,
  check(ballot: BestWorstBallot, candidates, { perVoter }) {
    const known = new Set(candidates)
    const seen = new Set<string>()
    for (const { set, best, worst } of ballot.sets) {
      if (!set.every((id) => known.has(id))) return refuse('unknown_candidate')
      if (best === worst || !set.includes(best) || !set.includes(worst)) return refuse('best_not_in_set')
      const key = JSON.stringify([...set].sort())
      if (new Set(set).size < set.length || seen.has(key)) return refuse('answered_twice')
      seen.add(key)
    }
    return ballot.sets.length > perVoter ? refuse('too_many_answers', { max: perVoter }) : ok(ballot)
  },
  tally(ballots, candidates, parameters) {
    const zeros = (): Record<string, number> => Object.fromEntries(candidates.map((id) => [id, 0]))
    const [best, worst, appearances, votersPerItem] = [zeros(), zeros(), zeros(), zeros()]
    let accepted = 0
    let rejected = 0
    let blank = 0
    for (const ballot of ballots) {
      const { sets, weight } = ballot
      if (!bestWorst.check(ballot, candidates, parameters).ok) {
        rejected += weight
        continue
      }
      accepted += weight
      if (sets.length === 0) blank += weight
      for (const answer of sets) {
        best[answer.best]! += weight
        worst[answer.worst]! += weight
        for (const id of answer.set) appearances[id]! += weight
      }
      for (const id of new Set(sets.flatMap(({ set }) => set))) votersPerItem[id]! += weight
    }
    const scores = Object.fromEntries(candidates.map((id) => [id, best[id]! - worst[id]!]))
    /** score / appearances, -1 to 1; null where the item was never shown */
    const perAppearance = Object.fromEntries(
      candidates.map((id) => [id, appearances[id]! > 0 ? rounded(scores[id]! / appearances[id]!) : null]),
    )
    const figures = { best, worst, appearances, perAppearance }
    return { scores, votersPerItem, accepted, rejected, blank, ranking: rankByScore(scores), figures }
  },
})

const OneSet = z
  .object({ ...bestWorstAnswer(ItemId), weight: Weight })
  .transform(({ weight, ...answer }) => ({ sets: [answer], weight }))

/** From single answers, or from whole ballots as a sealed result has them. */
export const bestWorstRecount = defineRecount({
  id: 'best-worst',
  input: z.object({
    options: options.prefault({}),
    candidates: Candidates,
    ballots: z.array(z.union([OneSet, z.object({ ...bestWorstShape(ItemId), weight: Weight })])),
  }),
  count({ options, candidates, ballots }) {
    const { figures, ...counted } = bestWorst.tally(ballots, candidates, options)
    return { method: 'best-worst', options, ...counted, ...figures }
  },
})
