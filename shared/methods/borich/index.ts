import { z } from 'zod'
import type { NeedsBallot } from '../../ballots/needs.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit } from '../common/admit.ts'
import { answersByItem, checkNeeds, isBlankNeeds, votersOf } from '../common/need-counts.ts'
import { rounded } from '../common/rounded.ts'
import { defineMethod } from '../method.ts'
import { locusForFocus, needOf } from './count.ts'
import { texts } from './texts.ts'

const Mark = z.int().min(1).max(10)

/** Needs by the gap between how important an item is and how it stands. An item without an answer has an index of 0. */
export const borich = defineMethod({
  id: 'borich',
  ballot: 'needs',
  parameters: z.strictObject({ min: Mark.default(1), max: Mark.default(5) }),
  texts,
  check: (ballot: NeedsBallot, candidates, scale) => checkNeeds(ballot, candidates, scale),
  tally(ballots, candidates, scale) {
    const admitted = admit(ballots, (ballot) => checkNeeds(ballot, candidates, scale).ok, isBlankNeeds)
    const { accepted, rejected, blank } = admitted
    const answers = answersByItem(admitted.ballots, candidates)
    const needs = new Map(
      [...answers].map(([id, counts]) => {
        const pairs = counts.flatMap(({ importance, current, people }) =>
          importance === undefined || current === undefined ? [] : [{ importance, current, people }],
        )
        return [id, needOf(pairs)]
      }),
    )
    const scores = Object.fromEntries([...needs].map(([id, need]) => [id, rounded(need.borich ?? 0)]))
    return {
      scores,
      votersPerItem: votersOf(answers),
      accepted,
      rejected,
      blank,
      ranking: rankByScore(scores),
      figures: { items: Object.fromEntries(needs), focus: locusForFocus(needs) },
    }
  },
})
