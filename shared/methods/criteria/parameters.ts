import { z } from 'zod'
import { CriterionName } from '../../ballots/criteria.ts'
import { limits } from '../../base/limits.ts'
import { scaleParameters } from '../common/scale.ts'
import { areDistinct } from './count.ts'

/** Criteria by name, at least `fewest` of them, each with a weight; the weights need not sum to 1. */
export const criteriaParameters = (fewest: number, usual: readonly string[]) => ({
  criteria: z
    .array(CriterionName)
    .min(fewest)
    .max(limits.criteria)
    .refine(areDistinct, { message: 'a criterion stands here twice' })
    .default([...usual]),
  weights: z
    .array(z.number().positive().max(100))
    .max(limits.criteria)
    .default(usual.map(() => 1)),
  ...scaleParameters,
})
export const weightsMessage = { message: 'one weight for each criterion', path: ['weights'] }
