import { z } from 'zod'
import { IssueId } from '../../base/ids.ts'
import type { Focus } from '../../methods/borich/count.ts'
import type { MethodId, Parameters, Tally } from '../../methods/index.ts'
import { furtherRound, type PanelBefore } from '../../methods/delphi/rounds.ts'
import { SMALLEST_GROUP } from '../../results/small-groups.ts'

const Count = z.number().min(0)

/** Of one item of a panel; null where a figure has no meaning. */
const Panel = z.strictObject({
  median: z.number(),
  /** sd / mean */
  stability: z.number().nullable(),
  further: z.enum(['none', 'optional', 'needed']).nullable(),
  /** of a later round: the median before, and the share that kept its score, of five people or more who told it */
  moved: z.strictObject({ from: z.number(), kept: z.number().nullable() }).nullable(),
})

/** What is drawn beside one item of a revealed result, beyond its score. */
export const RowPicture = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sides'), for: Count, against: Count, abstain: Count }),
  /** people by value of the scale, from its lowest; of a panel, how its opinion stands and moved */
  z.strictObject({ kind: z.literal('spread'), lowest: z.int(), counts: z.array(Count), panel: Panel.optional() }),
  z.strictObject({ kind: z.literal('interval'), low: z.number(), high: z.number() }),
  z.strictObject({ kind: z.literal('bestWorst'), best: Count, worst: Count, shown: Count }),
  z.strictObject({ kind: z.literal('cost'), cost: Count, isFunded: z.boolean() }),
])
export type RowPicture = z.infer<typeof RowPicture>

/** First letter importance, second gap. */
const quadrants = ['HH', 'HL', 'LH', 'LL'] as const

const Share = z.number().min(0).max(1)
const GroupShares = z.strictObject({ agree: Share, disagree: Share, pass: Share }).nullable()

/** What is drawn of a revealed result as a whole, beside its ranking. */
export const Picture = z.discriminatedUnion('kind', [
  /** `wins[a][b]`: people who prefer item a to item b, in the order of `ids`, best first */
  z.strictObject({
    kind: z.literal('duels'),
    ids: z.array(IssueId),
    wins: z.array(z.array(Count)),
    condorcetWinner: IssueId.nullable(),
  }),
  z.strictObject({
    kind: z.literal('rounds'),
    rounds: z.array(z.strictObject({ tally: z.record(IssueId, Count), exhausted: Count })),
  }),
  /** two criteria, with the lines that part them; `lowest` and `highest` are the ends of both scales */
  z.strictObject({
    kind: z.literal('quadrants'),
    of: z.enum(['criteria', 'ipa']),
    names: z.array(z.string()),
    lowest: z.number(),
    highest: z.number(),
    lines: z.tuple([z.number(), z.number()]).nullable(),
    points: z.array(z.strictObject({ id: IssueId, x: z.number(), y: z.number() })),
  }),
  /**
   * The Locus for Focus: mean importance across, mean gap upwards, parted at the means of all items. `first`: in the first
   * quadrant (HH, what lies on a line is high) and as high by Borich; `second`: in one of both lists
   */
  z.strictObject({
    kind: z.literal('focus'),
    lines: z.tuple([z.number(), z.number()]),
    points: z.array(z.strictObject({ id: IssueId, x: z.number(), y: z.number(), quadrant: z.enum(quadrants) })),
    first: z.array(IssueId),
    second: z.array(IssueId),
  }),
  z.strictObject({ kind: z.literal('budget'), budget: Count, spent: Count }),
  /**
   * People in each opinion group, and what divides the groups most: of each statement and group the shares (0 to 1) of
   * those who answered it there; null where fewer than five did. No picture where a group has fewer than five people
   */
  z.strictObject({
    kind: z.literal('groups'),
    people: z.array(Count),
    dividing: z.array(z.strictObject({ id: IssueId, shares: z.array(GroupShares) })),
  }),
])
export type Picture = z.infer<typeof Picture>

/** Of what divides a room, so many can be talked about. */
const MOST_DIVIDING = 5

/** More items than these make a matrix that nobody can read in a hall. */
const MOST_DUELS = 12

type Figures = Readonly<Record<string, unknown>>
const at = <T>(figures: Figures, name: string): T | undefined => figures[name] as T | undefined
const byItem = (figures: Figures, name: string, id: string): Figures =>
  (at<Record<string, Figures>>(figures, name) ?? {})[id] ?? {}
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

type RowOf = (figures: Figures, id: string, parameters: Parameters) => RowPicture | null
type WholeOf = (tally: Tally, candidates: readonly string[], parameters: Parameters) => Picture | null

const sides: RowOf = (figures, id) => {
  const { for: pro, against, abstain } = byItem(figures, 'items', id)
  return { kind: 'sides', for: numberOr(pro, 0), against: numberOr(against, 0), abstain: numberOr(abstain, 0) }
}
const spread: RowOf = (figures, id, { min }) => {
  const histogram = at<Record<string, number>>(byItem(figures, 'items', id), 'histogram') ?? {}
  const values = Object.entries(histogram).sort(([a], [b]) => Number(a) - Number(b))
  return { kind: 'spread', lowest: numberOr(min, 1), counts: values.map(([, count]) => count) }
}
const panel: RowOf = (figures, id, parameters) => {
  const drawn = spread(figures, id, parameters)
  const { median, stability: steady } = byItem(figures, 'items', id)
  if (drawn?.kind !== 'spread' || typeof median !== 'number') return drawn
  const stability = typeof steady === 'number' ? steady : null
  const from = (parameters.before as PanelBefore | undefined)?.[id]?.median
  const ofItem = (name: string) => at<Record<string, number | null>>(figures, name)?.[id] ?? null
  const kept = (ofItem('answeredTwice') ?? 0) < SMALLEST_GROUP ? null : ofItem('shareKept')
  const further = stability === null ? null : furtherRound(stability)
  return { ...drawn, panel: { median, stability, further, moved: from === undefined ? null : { from, kept } } }
}
const interval: RowOf = (figures, id) => {
  const ends = (at<Record<string, number[]>>(figures, 'interval') ?? {})[id]
  return ends?.length === 2 ? { kind: 'interval', low: ends[0]!, high: ends[1]! } : null
}
const bestWorst: RowOf = (figures, id) => {
  const of = (name: string) => numberOr((at<Record<string, number>>(figures, name) ?? {})[id], 0)
  return { kind: 'bestWorst', best: of('best'), worst: of('worst'), shown: of('appearances') }
}
const cost: RowOf = (figures, id, { costs }) => ({
  kind: 'cost',
  cost: numberOr((costs as Record<string, number> | undefined)?.[id], 0),
  isFunded: (at<string[]>(figures, 'winners') ?? []).includes(id),
})

const duels: WholeOf = ({ ranking, figures = {} }, candidates) => {
  const pairwise = at<number[][]>(figures, 'pairwise')
  if (!pairwise || candidates.length > MOST_DUELS || candidates.length < 2) return null
  const ids = ranking.flat()
  const places = ids.map((id) => candidates.indexOf(id))
  const wins = places.map((a) => places.map((b) => pairwise[a]?.[b] ?? 0))
  return { kind: 'duels', ids, wins, condorcetWinner: at<string | null>(figures, 'condorcetWinner') ?? null }
}
const rounds: WholeOf = ({ figures = {} }, candidates) => {
  const all = at<{ tally: Record<string, number>; exhausted: number }[]>(figures, 'rounds') ?? []
  if (all.length === 0 || candidates.length > MOST_DUELS) return null
  return { kind: 'rounds', rounds: all.map(({ tally, exhausted }) => ({ tally, exhausted })) }
}
const budget: WholeOf = ({ figures = {} }, _candidates, parameters) => ({
  kind: 'budget',
  budget: numberOr(parameters.budget, 0),
  spent: numberOr(figures.totalCost, 0),
})
const matrix: WholeOf = ({ figures = {} }, candidates, { criteria, min, max }) => {
  const means = at<Record<string, (number | null)[]>>(figures, 'means') ?? {}
  const lines = at<number[] | null>(figures, 'crosshair')
  return {
    kind: 'quadrants',
    of: 'criteria',
    names: (criteria as string[]).slice(0, 2),
    lowest: numberOr(min, 1),
    highest: numberOr(max, 5),
    lines: lines?.length === 2 ? [lines[0]!, lines[1]!] : null,
    points: candidates.flatMap((id) => {
      const [x, y] = means[id] ?? []
      return typeof x === 'number' && typeof y === 'number' ? [{ id, x, y }] : []
    }),
  }
}
const ipa: WholeOf = ({ figures = {} }, candidates, { min, max }) => {
  const cross = at<Figures>(figures, 'crosshair') ?? {}
  const { performance: x, importance: y } = cross
  return {
    kind: 'quadrants',
    of: 'ipa',
    names: [],
    lowest: numberOr(min, 1),
    highest: numberOr(max, 5),
    lines: typeof x === 'number' && typeof y === 'number' ? [x, y] : null,
    points: candidates.flatMap((id) => {
      const { performance, importance } = byItem(figures, 'items', id)
      return typeof performance === 'number' && typeof importance === 'number'
        ? [{ id, x: performance, y: importance }]
        : []
    }),
  }
}
const focus: WholeOf = ({ figures = {} }, candidates) => {
  const found = at<Focus>(figures, 'focus')
  if (!found || found.x0Importance === null || found.y0Gap === null) return null
  const points = candidates.flatMap((id) => {
    const { meanImportance: x, meanGap: y } = byItem(figures, 'items', id)
    const quadrant = found.quadrant[id]
    return typeof x === 'number' && typeof y === 'number' && quadrant ? [{ id, x, y, quadrant }] : []
  })
  const { firstPriority: first, secondPriority: second } = found
  return { kind: 'focus', lines: [found.x0Importance, found.y0Gap], points, first, second }
}
interface OpinionGroup {
  people: number
  agrees: number[]
  disagrees: number[]
  passes: number[]
}
const groups: WholeOf = ({ figures = {} }, candidates) => {
  const all = at<OpinionGroup[]>(figures, 'groups') ?? []
  if (all.some(({ people }) => people < SMALLEST_GROUP)) return null
  const division = at<number[]>(figures, 'division') ?? []
  const dividing = candidates
    .map((id, s) => ({ id, divides: division[s] ?? 0, shares: all.map((group) => sharesOn(group, s)) }))
    .filter(({ divides }) => divides > 0)
    .sort((a, b) => b.divides - a.divides)
    .slice(0, MOST_DIVIDING)
    .map(({ id, shares }) => ({ id, shares }))
  return { kind: 'groups', people: all.map(({ people }) => people), dividing }
}
function sharesOn(group: OpinionGroup, statement: number): z.infer<typeof GroupShares> {
  const [agree, disagree, pass] = [group.agrees, group.disagrees, group.passes].map((side) => side[statement] ?? 0)
  const votes = agree! + disagree! + pass!
  return votes < SMALLEST_GROUP ? null : { agree: agree! / votes, disagree: disagree! / votes, pass: pass! / votes }
}

/* A method that is not here is shown as a plain ranking. */
const rows: Partial<Record<MethodId, RowOf>> = {
  'for-against': sides,
  score: spread,
  delphi: panel,
  'majority-judgment': spread,
  'bradley-terry': interval,
  'best-worst': bestWorst,
  'greedy-budget': cost,
  'equal-shares': cost,
}
const wholes: Partial<Record<MethodId, WholeOf>> = {
  copeland: duels,
  schulze: duels,
  'ranked-pairs': duels,
  irv: rounds,
  matrix,
  ipa,
  borich: focus,
  'greedy-budget': budget,
  'equal-shares': budget,
  'opinion-groups': groups,
}

export const rowPicture = (method: MethodId, parameters: Parameters, tally: Tally, id: string): RowPicture | null =>
  tally.figures ? (rows[method]?.(tally.figures, id, parameters) ?? null) : null

export const pictureOf = (
  method: MethodId,
  parameters: Parameters,
  tally: Tally,
  candidates: readonly string[],
): Picture | null => (tally.figures ? (wholes[method]?.(tally, candidates, parameters) ?? null) : null)
