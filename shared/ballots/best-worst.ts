import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/** One answer: of the items that were shown together, the best and the worst. */
export const bestWorstAnswer = (item: ItemName) => ({
  set: z.array(item).min(2).max(limits.itemsPerSet),
  best: item,
  worst: item,
})

/** All answers of one person; a set that was passed over is left out. */
export const bestWorstShape = (item: ItemName) => ({
  sets: z.array(z.strictObject(bestWorstAnswer(item))).max(limits.setsPerVoter),
})
export const BestWorstBallot = z.strictObject(bestWorstShape(IssueId))
export type BestWorstBallot = z.infer<typeof BestWorstBallot>
