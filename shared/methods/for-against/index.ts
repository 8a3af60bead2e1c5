import { z } from 'zod'
import type { AnswersBallot } from '../../ballots/answers.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, areKnown } from '../common/admit.ts'
import { defineMethod } from '../method.ts'
import { balance, countAnswers, shareFor } from './count.ts'
import { texts } from './texts.ts'

const checkAnswers = (ballot: AnswersBallot, candidates: readonly string[]): Outcome<AnswersBallot> =>
  areKnown(Object.keys(ballot.answers), candidates) ? ok(ballot) : refuse('unknown_candidate')

/**
 * For or against each item by itself, as 주민총회 vote. An item passes when its share of for among for and against is
 * above `threshold` (0 to 1); abstaining is shown and takes no side. `order` ranks by that share, or by for minus against.
 */
export const forAgainst = defineMethod({
  id: 'for-against',
  ballot: 'answers',
  parameters: z.strictObject({
    threshold: z.number().min(0).lt(1).default(0.5),
    order: z.enum(['share-for', 'for-minus-against']).default('share-for'),
  }),
  texts,
  check: checkAnswers,
  tally(given, candidates, parameters) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkAnswers(ballot, candidates).ok,
      ({ answers }) => Object.keys(answers).length === 0,
    )
    const counts = countAnswers(ballots, candidates)
    const items = Object.entries(counts).map(([id, answers]) => {
      const share = shareFor(answers)
      return [id, { ...answers, shareFor: share, passes: share !== null && share > parameters.threshold }] as const
    })
    const scores = Object.fromEntries(items.map(([id, answers]) => [id, balance(answers, parameters.order)]))
    return {
      ...people,
      scores,
      votersPerItem: Object.fromEntries(items.map(([id, own]) => [id, own.for + own.against + own.abstain])),
      ranking: rankByScore(scores),
      figures: {
        items: Object.fromEntries(items),
        passed: items
          .filter(([, { passes }]) => passes)
          .map(([id]) => id)
          .sort(),
      },
    }
  },
})
