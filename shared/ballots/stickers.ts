import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'

/** Stickers by item; an item without stickers is left out, an empty ballot is blank and counts as one. */
export const StickersBallot = z.strictObject({
  stickers: z.record(IssueId, z.int().min(1).max(limits.stickersPerVoter)),
})
export type StickersBallot = z.infer<typeof StickersBallot>
