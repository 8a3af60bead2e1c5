import type { ParametersOf, Question } from '../face.ts'

/** How many items one may be for; the rule's 0 is no limit. */
export const mostOf = ({ parameters, candidates }: Question): number =>
  (parameters as ParametersOf<'approval'>).max || candidates.length
