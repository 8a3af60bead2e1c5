import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/** One whole number on a scale. */
export const ScaleValue = z.int().min(-limits.scaleEnd).max(limits.scaleEnd)

/**
 * A score or grade by item; an item that somebody does not rate is left out. In a later round of a panel the phone may
 * add what it remembers of its own scores in the round before (`before`).
 */
export const scoresShape = (item: ItemName) => ({
  scores: z.record(item, ScaleValue),
  before: z.record(item, ScaleValue).optional(),
})
export const ScoresBallot = z.strictObject(scoresShape(IssueId))
export type ScoresBallot = z.infer<typeof ScoresBallot>
