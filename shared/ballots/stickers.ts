import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

const isSome = (n: number): boolean => n !== 0
const most = limits.stickersPerVoter

/**
 * Stickers by item, those against it below zero; an item without stickers is left out, an empty ballot is blank and
 * counts as one.
 */
export const stickersShape = (item: ItemName) => ({
  stickers: z.record(item, z.int().min(-most).max(most).refine(isSome)),
})
export const StickersBallot = z.strictObject(stickersShape(IssueId))
export type StickersBallot = z.infer<typeof StickersBallot>
