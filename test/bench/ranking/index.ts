import { table } from '../figures.ts'
import { budgets } from './budget.ts'
import { duels } from './duels.ts'
import { opinions } from './opinions.ts'
import { pairwiseChoice } from './pairwise-choice.ts'
import type { Row } from './rounds.ts'

/* Each gives rows of one table. */
const parts: (() => Row[])[] = [duels, opinions, pairwiseChoice, budgets]

/** The counting of every method against the package that computes the same. */
export function ranking() {
  const rows = parts.flatMap((part) => part())
  return Promise.resolve({ text: table('Counting, medians of five', rows), rows })
}
