import { table } from '../figures.ts'
import { duels } from './duels.ts'
import { opinions } from './opinions.ts'
import type { Row } from './rounds.ts'

/* Each gives rows of one table. */
const parts: (() => Row[])[] = [duels, opinions]

/** The counting of every method against the package that computes the same. */
export function ranking() {
  const rows = parts.flatMap((part) => part())
  return Promise.resolve({ text: table('Counting, medians of five', rows), rows })
}
