import { z } from 'zod'
import type { CriteriaBallot } from '../../ballots/criteria.ts'
import { hasTwoValues, scaleMessage } from '../common/scale.ts'
import { defineMethod } from '../method.ts'
import { checkCriteria, countCriteria, hasWeightForEach } from './count.ts'
import { criteriaParameters, weightsMessage } from './parameters.ts'
import { texts } from './texts.ts'

/** Each voter rates items by several criteria; an item ranks by the mean of its criteria's means, by their weights. */
export const criteria = defineMethod({
  id: 'criteria',
  ballot: 'criteria',
  parameters: z
    .strictObject(criteriaParameters(1, ['importance', 'urgency', 'feasibility']))
    .refine(hasTwoValues, scaleMessage)
    .refine(hasWeightForEach, weightsMessage),
  texts,
  check: (ballot: CriteriaBallot, candidates, parameters) => checkCriteria(ballot, candidates, parameters),
  tally: (ballots, candidates, parameters) => ({ ...countCriteria(ballots, candidates, parameters) }),
})
