import type { ParametersOf, Question } from '../face.ts'

/** How many items one may rank: the rule may allow more than there are. */
export const mostOf = ({ parameters, candidates }: Question): number =>
  Math.min((parameters as ParametersOf<'borda'>).topK, candidates.length)
