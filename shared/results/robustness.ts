import { ranksOf, type WeakOrder } from '../base/weak-order.ts'
import type { Ballot, Weighted } from '../ballots/index.ts'
import type { RankInterval } from '../methods/common/bootstrap.ts'
import { methodIds, methodOf, type MethodId, type Parameters } from '../methods/index.ts'

/** A rule of counting: a method with every convention by name. */
export interface Rule {
  method: MethodId
  parameters: Parameters
}

/** The same ballots under one rule. */
export interface RuleResult extends Rule {
  ranking: WeakOrder
  /** by item; competition ranks, 1 is the best */
  ranks: Record<string, number>
}

/**
 * How an item stands, seen from the top `k`:
 * - `safe`: in it under every rule, and no tie or near result can push it out;
 * - `out`: outside under every rule, likewise;
 * - `depends-on-the-rule`: certainly in it under one rule, certainly outside under another;
 * - `contested`: no two rules contradict each other, but under some rule a tie lies across the border, or the item's
 *   rank interval under the vote's own rule reaches across it.
 */
export const standingIds = ['safe', 'contested', 'depends-on-the-rule', 'out'] as const
export type Standing = (typeof standingIds)[number]

export interface Robustness {
  k: number
  /** the vote's own rule first */
  rules: RuleResult[]
  standings: Record<string, Standing>
}

/* Conventions that can change a winner: each is a rule of its own in the panel. */
const conventions: Partial<Record<MethodId, Parameters[]>> = {
  borda: [{ unranked: 'average-of-remaining' }, { unranked: 'zero' }],
  schulze: [{ strength: 'winning-votes' }, { strength: 'margins' }],
  'ranked-pairs': [{ strength: 'winning-votes' }, { strength: 'margins' }],
  irv: [{ equalRanks: 'split-equally' }, { equalRanks: 'approval' }, { equalRanks: 'skip' }],
}

/* Methods that count what only some votes have: a vote without costs has no budget to keep. */
const needs: Partial<Record<MethodId, string>> = { 'greedy-budget': 'budget', 'equal-shares': 'budget' }

/**
 * The same ballots under every other rule that their shape allows, side by side. A rule takes part if the vote has what
 * it needs, and if it accepts every ballot that the vote's own rule accepts; parameters that both methods know by the same name are kept. `intervals` are
 * those of the vote's own rule, where they have been computed.
 */
export function robustnessOf(
  own: Rule,
  ballots: readonly Weighted<Ballot>[],
  candidates: readonly string[],
  k: number,
  intervals: Readonly<Record<string, RankInterval>> = {},
): Robustness {
  const method = methodOf(own.method)
  const counted = ballots.filter(({ weight: _, ...ballot }) => method.check(ballot, candidates, own.parameters).ok)
  const rules = rulesFor(own).flatMap((rule) => {
    const { ranking, rejected } = methodOf(rule.method).tally(counted, candidates, rule.parameters)
    return rejected > 0 ? [] : [{ ...rule, ranking, ranks: ranksOf(ranking) }]
  })
  const places = rules.map(({ ranking }) => placesOf(ranking))
  const standings = Object.fromEntries(
    candidates.map((id) => [
      id,
      standingOf(
        places.map((each) => each[id]!),
        intervals[id],
        k,
      ),
    ]),
  )
  return { k, rules, standings }
}

/** The vote's own rule, then every other one for the same shape of ballots, each once. */
function rulesFor(own: Rule): Rule[] {
  const { ballot } = methodOf(own.method)
  const others = methodIds
    .filter((id) => methodOf(id).ballot === ballot && hasAll(own, id))
    .flatMap((method) => (conventions[method] ?? [{}]).map((convention) => ruleLike(own, method, convention)))
  const byText = new Map([own, ...others].map((rule) => [textOf(rule), rule]))
  return [...byText.values()]
}

const hasAll = ({ parameters }: Rule, method: MethodId): boolean => {
  const needed = needs[method]
  return needed === undefined || needed in parameters
}

/** A method's usual parameters with one convention, and those of the vote that it knows by the same name and takes. */
function ruleLike(own: Rule, method: MethodId, convention: Parameters): Rule {
  const schema = methodOf(method).parameters
  const usual = schema.parse({})
  let parameters = usual
  for (const [name, value] of Object.entries(own.parameters)) {
    const parsed = name in usual ? schema.safeParse({ ...parameters, [name]: value }) : undefined
    if (parsed?.success) parameters = parsed.data
  }
  return { method, parameters: schema.parse({ ...parameters, ...convention }) }
}

const textOf = ({ method, parameters }: Rule): string =>
  JSON.stringify([method, Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))])

/** The best and the worst place that an item can get when its ties are broken. */
function placesOf(ranking: WeakOrder): Record<string, RankInterval> {
  const places: Record<string, RankInterval> = {}
  let before = 0
  for (const group of ranking) {
    for (const id of group) places[id] = { low: before + 1, high: before + group.length }
    before += group.length
  }
  return places
}

function standingOf(places: readonly RankInterval[], interval: RankInterval | undefined, k: number): Standing {
  const isIn = places.some(({ high }) => high <= k)
  const isOut = places.some(({ low }) => low > k)
  if (isIn && isOut) return 'depends-on-the-rule'
  const isAcross = ({ low, high }: RankInterval) => low <= k && high > k
  if (places.some(isAcross) || (interval && isAcross(interval))) return 'contested'
  return isIn ? 'safe' : 'out'
}
