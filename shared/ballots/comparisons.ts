import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/**
 * Pairwise judgements on Saaty's scale: `[a, b, times]` says that a is `times` as important as b, 1 (equal) to 9
 * (absolutely). An empty list is a blank ballot.
 */
export const comparisonsShape = (item: ItemName) => ({
  comparisons: z
    .array(z.tuple([item, item, z.int().min(1).max(9)]))
    .max((limits.itemsCompared * (limits.itemsCompared - 1)) / 2),
})
export const ComparisonsBallot = z.strictObject(comparisonsShape(IssueId))
export type ComparisonsBallot = z.infer<typeof ComparisonsBallot>
