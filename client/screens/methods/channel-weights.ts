import type { Rule } from '../../../shared/results/rule-card.ts'
import { scoreWords } from '../../../shared/results/score-words.ts'

/** Weights multiply shares: a method without any takes none. */
export const mayHaveWeights = ({ method, parameters }: Rule): boolean =>
  Boolean(scoreWords(method, parameters).shareOfGiven)

/** No weights, or at least one above zero in a method that can have them. */
export function areWeightsFit(rule: Rule): boolean {
  const weights = rule.channels?.weights
  return !weights || (mayHaveWeights(rule) && Object.values(weights).some((weight) => weight > 0))
}
