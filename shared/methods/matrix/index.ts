import { z } from 'zod'
import type { CriteriaBallot } from '../../ballots/criteria.ts'
import { hasTwoValues, scaleMessage } from '../common/scale.ts'
import { checkCriteria, countCriteria, hasWeightForEach } from '../criteria/count.ts'
import { criteriaParameters, weightsMessage } from '../criteria/parameters.ts'
import { defineMethod } from '../method.ts'
import { crosshairOf, quadrantOf, type Place } from './count.ts'
import { texts } from './texts.ts'

/**
 * Importance × urgency, or × feasibility: the order is that of several weighted criteria, and the first two criteria
 * part the items into four quadrants for the talk. `crosshair` is a choice that moves items, so it is named.
 */
export const matrix = defineMethod({
  id: 'matrix',
  ballot: 'criteria',
  parameters: z
    .strictObject({
      ...criteriaParameters(2, ['importance', 'urgency']),
      crosshair: z.enum(['mean', 'median', 'scale-midpoint']).default('scale-midpoint'),
    })
    .refine(hasTwoValues, scaleMessage)
    .refine(hasWeightForEach, weightsMessage),
  texts,
  check: (ballot: CriteriaBallot, candidates, parameters) => checkCriteria(ballot, candidates, parameters),
  tally(ballots, candidates, parameters) {
    const { figures, ...counted } = countCriteria(ballots, candidates, parameters)
    const places = Object.entries(figures.means).flatMap(([id, [x, y]]): [string, Place][] =>
      typeof x === 'number' && typeof y === 'number' ? [[id, [x, y]]] : [],
    )
    const lines = crosshairOf(
      places.map(([, place]) => place),
      parameters.crosshair,
      parameters,
    )
    const quadrant = lines ? Object.fromEntries(places.map(([id, place]) => [id, quadrantOf(place, lines)])) : {}
    return { ...counted, figures: { ...figures, crosshair: lines && [...lines], quadrant } }
  },
})
