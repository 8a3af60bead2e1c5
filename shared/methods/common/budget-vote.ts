import { z } from 'zod'
import { approveShape, type ApproveBallot } from '../../ballots/approve.ts'
import type { Weighted } from '../../ballots/index.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { Candidates, ItemId, Weight } from '../recount.ts'

/** Whole units of money, won or thousands of won: sums of all costs stay exact. */
const Money = z.int().min(0).max(1e12)
const Cost = z.int().min(1).max(1e12)

/** Budget and costs are parameters of the vote, and so frozen with its rule. An item without a cost is never funded. */
export const budgetOptions = {
  budget: Money.default(0),
  costs: z
    .record(ItemId, Cost)
    .refine((costs) => Object.keys(costs).length <= limits.candidatesPerVote)
    .default({}),
}

/** A budget vote without a budget, or with nothing that costs anything, could fund nothing. */
export const hasBudget = (
  candidates: readonly string[],
  { budget, costs }: { budget: number; costs: Readonly<Record<string, number>> },
): Outcome<null> =>
  budget > 0 && candidates.some((id) => Object.hasOwn(costs, id)) ? ok(null) : refuse('budget_missing')

/** What decides between equals; at the very end the order of the ids, or that in which the items stand in the list. */
export const tieBreaks = [
  'lowest cost, then most supporters, then list',
  'lowest cost, then most supporters, then id',
] as const
export type TieBreak = (typeof tieBreaks)[number]

/** Items are numbers, their places in the list of candidates; so are ballots. */
export interface BudgetVote {
  ids: readonly string[]
  /** 0 where an item has no cost */
  costs: Float64Array
  /** who approves an item, as places of ballots */
  supporters: readonly number[][]
  /** people who approve an item */
  support: Float64Array
  /** per ballot: how many people, and what they approve */
  weights: number[]
  approved: number[][]
  /** people whose ballots count, blank ones among them */
  accepted: number
  rejected: number
  blank: number
}

/** Reads approvals. A ballot is refused whole if it names a stranger or an item twice, or breaks the method's own rule. */
export function readBudgetVote(
  ballots: readonly Weighted<ApproveBallot>[],
  ids: readonly string[],
  costs: Readonly<Record<string, number>>,
  isWithin: (cost: number) => boolean = () => true,
): BudgetVote {
  const places = new Map(ids.map((id, i) => [id, i]))
  const vote: BudgetVote = {
    ids,
    costs: Float64Array.from(ids, (id) => (Object.hasOwn(costs, id) ? costs[id]! : 0)),
    supporters: ids.map(() => []),
    support: new Float64Array(ids.length),
    weights: [],
    approved: [],
    accepted: 0,
    rejected: 0,
    blank: 0,
  }
  for (const { approve, weight } of ballots) {
    const chosen = [...new Set(approve)].map((id) => places.get(id) ?? -1)
    const cost = chosen.reduce((sum, place) => sum + (vote.costs[place] ?? 0), 0)
    if (chosen.length < approve.length || chosen.includes(-1) || !isWithin(cost)) {
      vote.rejected += weight
      continue
    }
    vote.accepted += weight
    if (chosen.length === 0) {
      vote.blank += weight
      continue
    }
    for (const place of chosen) {
      vote.supporters[place]!.push(vote.weights.length)
      vote.support[place]! += weight
    }
    vote.weights.push(weight)
    vote.approved.push(chosen)
  }
  return vote
}

/** Negative where the first of two items goes first, when they are level. */
export const tieRule = ({ ids, costs, support }: BudgetVote, tieBreak: TieBreak) => {
  const isById = tieBreak === 'lowest cost, then most supporters, then id'
  const last = (a: number, b: number): number => (isById ? (ids[a]! < ids[b]! ? -1 : 1) : a - b)
  return (a: number, b: number): number => costs[a]! - costs[b]! || support[b]! - support[a]! || last(a, b)
}

/**
 * The file of a budget vote: `projects` and `budget`, as the recount format and Pabulib have it, or as a sealed result has
 * it, with both among the options.
 */
export const budgetInput = <Options extends z.ZodType>(options: Options) => {
  const ballots = z.array(z.object({ ...approveShape(ItemId), weight: Weight }))
  const sealed = z.object({ options, candidates: Candidates, ballots })
  const file = z.object({
    options: z.looseObject({}).default({}),
    projects: z.array(z.object({ id: ItemId, cost: Cost })),
    budget: Money,
    ballots,
  })
  return z.looseObject({}).transform((given, context): z.output<typeof sealed> => {
    const read = 'projects' in given ? file.transform(asSealed).safeParse(given) : sealed.safeParse(given)
    const parsed = read.success ? sealed.safeParse(read.data) : read
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
}

const asSealed = <Ballots>(file: {
  options: object
  projects: { id: string; cost: number }[]
  budget: number
  ballots: Ballots
}) => ({
  options: {
    ...file.options,
    budget: file.budget,
    costs: Object.fromEntries(file.projects.map(({ id, cost }) => [id, cost])),
  },
  candidates: file.projects.map(({ id }) => id),
  ballots: file.ballots,
})
