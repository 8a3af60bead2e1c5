import { textIn } from '../../../shared/base/texts.ts'
import { texts as ofMethod } from '../../../shared/methods/criteria/texts.ts'
import type { ParametersOf, Question } from '../face.ts'

export const criteriaOf = ({ parameters }: Question): string[] => (parameters as ParametersOf<'criteria'>).criteria

/** The usual criteria have a word in each language; a facilitator's own is said as it was written. */
export function sayCriterion(criterion: string, language: string): string {
  const words = ofMethod.words?.[`criteria=${criterion}`]
  return words ? textIn(words, language) : criterion
}
