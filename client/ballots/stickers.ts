import type { StickersBallot } from '../../shared/ballots/stickers.ts'

export type Stickers = StickersBallot['stickers']

export const countStickers = (stickers: Stickers): number => Object.values(stickers).reduce((sum, n) => sum + n, 0)

/** The same ballot with this many stickers on one item; an item without any is left out. */
export function withStickers(stickers: Stickers, id: string, n: number): Stickers {
  const { [id]: _before, ...others } = stickers
  return n > 0 ? { ...others, [id]: n } : others
}

/** How many more this item can take: bounded by what is left in the hand and by the most for one item. */
export function roomFor(stickers: Stickers, id: string, limits: { perVoter: number; perItem: number }): number {
  const inHand = limits.perVoter - countStickers(stickers)
  return Math.max(0, Math.min(inHand, limits.perItem - (stickers[id] ?? 0)))
}
