import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/** Points by item; an item without points is left out, an empty ballot is blank and counts as one. */
export const pointsShape = (item: ItemName) => ({
  points: z.record(item, z.int().min(1).max(limits.pointsPerVoter)),
})
export const PointsBallot = z.strictObject(pointsShape(IssueId))
export type PointsBallot = z.infer<typeof PointsBallot>
