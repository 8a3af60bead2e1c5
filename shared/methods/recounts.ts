import { recountOf, type Recount } from './recount.ts'
import { stickers } from './stickers/index.ts'

/** Everything that can be counted again from a file, by the method's id in the recount format. */
export const recounts = {
  stickers: recountOf(stickers),
} as const satisfies Record<string, Recount>

export type RecountId = keyof typeof recounts
