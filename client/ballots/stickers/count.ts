import type { StickersBallot } from '../../../shared/ballots/stickers.ts'

export type Stickers = StickersBallot['stickers']
export interface Rule {
  perVoter: number
  perItem: number
  negative: number
  onePerField: boolean
}

/** Stickers for items; those against are counted apart. */
export const countStickers = (stickers: Stickers): number =>
  Object.values(stickers).reduce((sum, n) => sum + Math.max(0, n), 0)
const countAgainst = (stickers: Stickers): number =>
  Object.values(stickers).reduce((sum, n) => sum + Math.max(0, -n), 0)

/** The same ballot with this many stickers on one item; an item without any is left out. */
export function withStickers(stickers: Stickers, id: string, n: number): Stickers {
  const { [id]: _before, ...others } = stickers
  return n === 0 ? others : { ...others, [id]: n }
}

/** What in the rule forbids this many on one item, beside what the others have; null where it is allowed. */
export function faultOf(
  stickers: Stickers,
  id: string,
  n: number,
  rule: Rule,
): 'full' | 'itemFull' | 'noneAgainst' | null {
  const next = withStickers(stickers, id, n)
  if (countStickers(next) > rule.perVoter) return 'full'
  if (Math.abs(n) > rule.perItem) return 'itemFull'
  return countAgainst(next) > rule.negative ? 'noneAgainst' : null
}

/** The other item of the same field that has stickers, where one field may have one item only. */
export function rivalOf<Item extends { id: string; fieldId: string | null }>(
  stickers: Stickers,
  id: string,
  items: readonly Item[],
): Item | undefined {
  const field = items.find((item) => item.id === id)?.fieldId ?? null
  if (field === null) return undefined
  return items.find((item) => item.id !== id && item.fieldId === field && (stickers[item.id] ?? 0) > 0)
}
