import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import type { ItemName } from './shape.ts'

const Answer = z.int().min(1).max(10).optional()

/**
 * How important an item is, and how it stands now (what is there, how well it does, how satisfied one is), each from 1 up.
 * Either answer may be missing; an item without both is left out, an empty ballot is blank.
 */
export const needsShape = (item: ItemName) => ({
  needs: z.record(item, z.strictObject({ importance: Answer, current: Answer })),
})
export const NeedsBallot = z.strictObject(needsShape(IssueId))
export type NeedsBallot = z.infer<typeof NeedsBallot>
