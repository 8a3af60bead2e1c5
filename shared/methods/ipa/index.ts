import { z } from 'zod'
import type { NeedsBallot } from '../../ballots/needs.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit } from '../common/admit.ts'
import { answersByItem, checkNeeds, isBlankNeeds, votersOf, type AnswerCount } from '../common/need-counts.ts'
import { defineMethod } from '../method.ts'
import { ipaOf, ipaQuadrants, type IpaQuadrant } from './count.ts'
import { texts } from './texts.ts'

const Mark = z.int().min(1).max(10)

/** Four fields of importance and performance: they rank, the items inside one field tie. Without an answer: last. */
export const ipa = defineMethod({
  id: 'ipa',
  ballot: 'needs',
  parameters: z.strictObject({
    min: Mark.default(1),
    max: Mark.default(5),
    crosshair: z.enum(['mean', 'median', 'midpoint']).default('mean'),
  }),
  texts,
  check: (ballot: NeedsBallot, candidates, scale) => checkNeeds(ballot, candidates, scale),
  tally(ballots, candidates, { crosshair, ...scale }) {
    const admitted = admit(ballots, (ballot) => checkNeeds(ballot, candidates, scale).ok, isBlankNeeds)
    const { accepted, rejected, blank } = admitted
    const answers = answersByItem(admitted.ballots, candidates)
    const items = candidates.map((id) => ({
      id,
      importance: meanOf(answers.get(id)!, 'importance'),
      performance: meanOf(answers.get(id)!, 'current'),
    }))
    const { quadrant, ...cross } = ipaOf(items, crosshair === 'midpoint' ? (scale.min + scale.max) / 2 : crosshair)
    const scores = Object.fromEntries(candidates.map((id) => [id, scoreOf(quadrant[id])]))
    const means = items.map(({ id, importance, performance }) => [id, { importance, performance }])
    return {
      scores,
      votersPerItem: votersOf(answers),
      accepted,
      rejected,
      blank,
      ranking: rankByScore(scores),
      figures: { items: Object.fromEntries(means) as Record<string, unknown>, crosshair: cross, quadrant },
    }
  },
})

const scoreOf = (quadrant: IpaQuadrant | undefined): number =>
  quadrant === undefined ? 0 : ipaQuadrants.length - ipaQuadrants.indexOf(quadrant)

/** Of those who answered this half. */
function meanOf(answers: readonly AnswerCount[], half: 'importance' | 'current'): number | null {
  let n = 0
  let sum = 0
  for (const answer of answers) {
    if (answer[half] === undefined) continue
    n += answer.people
    sum += answer[half] * answer.people
  }
  return n === 0 ? null : sum / n
}
