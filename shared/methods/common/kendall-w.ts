import { z } from 'zod'
import { defineRecount } from '../recount.ts'
import { chiSquareTail } from './chi-square.ts'
import type { RankedProfile } from './ranked-profile.ts'

/** How far the room agrees on an order. */
export interface Concordance {
  /** Kendall's W with tie correction: 0 no agreement, 1 all alike; null where no order was expressed at all */
  W: number | null
  WwithoutTieCorrection: number | null
  /** Friedman's statistic, with `df` degrees of freedom */
  chiSquare: number | null
  df: number
  /** how often chance alone gives such an agreement or more */
  p: number | null
  /** mean rank by item, 1 is the best; null without raters */
  meanRank: (number | null)[]
}

/**
 * Kendall's coefficient of concordance (Kendall and Babington Smith 1939) with mid-ranks:
 * W = 12 S / (n² (m³ − m) − n ΣT), where n raters rank m items, S is the sum of squared deviations of the rank sums from
 * their mean, and T the sum of t³ − t over the tied groups of a rater. Whole numbers up to the last division.
 */
class RankSums {
  private readonly items: number
  private raters = 0
  private ties = 0
  /** twice the sum of ranks, so that mid-ranks are whole */
  private readonly doubled: Float64Array

  constructor(items: number) {
    this.items = items
    this.doubled = new Float64Array(items)
  }

  /** `weight` raters share this order: tied groups of places, best first. */
  add(groups: readonly (readonly number[])[], weight: number): void {
    let before = 0
    for (const group of groups) {
      const t = group.length
      for (const place of group) this.doubled[place]! += (2 * before + t + 1) * weight
      this.ties += (t ** 3 - t) * weight
      before += t
    }
    this.raters += weight
  }

  concordance(): Concordance {
    const { items: m, raters: n, ties, doubled } = this
    const mean = n * (m + 1)
    const squares = doubled.reduce((sum, each) => sum + (each - mean) ** 2, 0)
    const whole = n * n * (m ** 3 - m)
    const corrected = whole - n * ties
    /* 12 S with S a quarter of `squares` */
    const W = corrected > 0 ? (3 * squares) / corrected : null
    const df = Math.max(0, m - 1)
    const chiSquare = W === null ? null : n * df * W
    return {
      W,
      WwithoutTieCorrection: whole > 0 ? (3 * squares) / whole : null,
      chiSquare,
      df,
      p: chiSquare === null ? null : chiSquareTail(chiSquare, df),
      meanRank: Array.from(doubled, (each) => (n === 0 ? null : each / (2 * n))),
    }
  }
}

/** Agreement of raters who gave each item a rank (1 is the best) or a score (more is better), by place. */
export function concordanceOf(raters: readonly (readonly number[])[], input: 'ranks' | 'scores'): Concordance {
  const sums = new RankSums(raters[0]?.length ?? 0)
  for (const rater of raters) sums.add(groupsOf(rater, input), 1)
  return sums.concordance()
}

/** Agreement of ranked ballots: items that a ballot leaves out share the last rank, blank ballots express no order. */
export function concordanceOfProfile({ candidates, starts, items, ends, weights }: RankedProfile): Concordance {
  const sums = new RankSums(candidates.length)
  for (let b = 0; b < weights.length; b += 1) {
    const groups: number[][] = []
    const rest = new Set(candidates.keys())
    for (let p = starts[b]!; p < starts[b + 1]!; p = ends[p]!) groups.push([...items.subarray(p, ends[p])])
    for (const place of groups.flat()) rest.delete(place)
    if (rest.size > 0) groups.push([...rest])
    sums.add(groups, weights[b]!)
  }
  return sums.concordance()
}

function groupsOf(rater: readonly number[], input: 'ranks' | 'scores'): number[][] {
  const byValue = new Map<number, number[]>()
  rater.forEach((value, place) => byValue.set(value, [...(byValue.get(value) ?? []), place]))
  const sign = input === 'ranks' ? 1 : -1
  return [...byValue.entries()].sort(([a], [b]) => sign * (a - b)).map(([, group]) => group)
}

/** Kendall's W from a file: `raters[rater][item]`, ranks or scores. */
export const kendallW = defineRecount({
  id: 'kendall-w',
  input: z.object({
    options: z.strictObject({ ties: z.literal('mid-ranks, corrected').default('mid-ranks, corrected') }).prefault({}),
    input: z.enum(['ranks', 'scores']).default('ranks'),
    raters: z
      .array(z.array(z.number()))
      .refine((raters) => raters.every((rater) => rater.length === raters[0]!.length), {
        message: 'not every rater has a figure for every item',
      }),
  }),
  count: ({ options, input, raters }) => ({ method: 'kendall-w', options, ...concordanceOf(raters, input) }),
})
