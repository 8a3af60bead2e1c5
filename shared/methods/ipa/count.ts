import { rounded } from '../common/rounded.ts'
import { medianOf } from '../common/statistics.ts'

/** In the order in which they call for work. Their numbers differ between papers, so only the names are used. */
export const ipaQuadrants = ['concentrateHere', 'keepUp', 'lowPriority', 'possibleOverkill'] as const
export type IpaQuadrant = (typeof ipaQuadrants)[number]

export interface IpaItem {
  id: string
  /** means; null where nobody answered */
  importance: number | null
  performance: number | null
}

export interface Ipa {
  /** the cross; null without items */
  importance: number | null
  performance: number | null
  /** items with both means */
  quadrant: Record<string, IpaQuadrant>
}

/**
 * Importance–performance analysis (Martilla & James 1977, Journal of Marketing 41(1), 77–79). The cross goes through the
 * means or medians of the items, or through a point of the scale; which one moves items. On the line counts as high.
 */
export function ipaOf(items: readonly IpaItem[], cross: 'mean' | 'median' | number): Ipa {
  const rated = items.flatMap(({ id, importance, performance }) =>
    importance === null || performance === null ? [] : [{ id, importance, performance }],
  )
  const line = (values: readonly number[]) => {
    if (values.length === 0) return null
    if (typeof cross === 'number') return cross
    return rounded(cross === 'median' ? medianOf(values)! : values.reduce((sum, x) => sum + x, 0) / values.length)
  }
  const importance = line(rated.map((item) => item.importance))
  const performance = line(rated.map((item) => item.performance))
  const quadrant = Object.fromEntries(
    rated.map((item) => {
      const isImportant = rounded(item.importance) >= (importance ?? 0)
      const isStrong = rounded(item.performance) >= (performance ?? 0)
      return [item.id, quadrantOf(isImportant, isStrong)]
    }),
  )
  return { importance, performance, quadrant }
}

function quadrantOf(isImportant: boolean, isStrong: boolean): IpaQuadrant {
  if (isImportant) return isStrong ? 'keepUp' : 'concentrateHere'
  return isStrong ? 'possibleOverkill' : 'lowPriority'
}
