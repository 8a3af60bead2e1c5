import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/** One whole number on a scale. */
export const ScaleValue = z.int().min(-limits.scaleEnd).max(limits.scaleEnd)

/** A score or grade by item; an item that somebody does not rate is left out. */
export const scoresShape = (item: ItemName) => ({ scores: z.record(item, ScaleValue) })
export const ScoresBallot = z.strictObject(scoresShape(IssueId))
export type ScoresBallot = z.infer<typeof ScoresBallot>
