import fc from 'fast-check'
import type { Ballot, BallotShape, Weighted } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import { multiVoteBallots, multiVoteParameters } from './multi-vote-profiles.ts'

import { anyRanking, rankedParameters } from './ranked-profiles.ts'

/** A vote as it could come: rule, items, and ballots of which some break the rule. */
export interface Profile {
  parameters: Parameters
  candidates: string[]
  ballots: Weighted<Ballot>[]
  /** the field of each item */
  fields: Record<string, string | null>
}

const issue = (n: number): string => `i${n}`
const smallCount = fc.integer({ min: 1, max: 6 })
const smallStickers = fc.oneof(
  { weight: 9, arbitrary: smallCount },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: -1 }) },
)

/* By id a tie would fall otherwise under other names. Not every item has a cost. */
const anyBudget = {
  budget: fc.integer({ min: 0, max: 60 }),
  costs: fc.dictionary(fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5', 'i6'), fc.integer({ min: 1, max: 30 }), {
    noNullPrototype: true,
  }),
  tieBreak: fc.constant('lowest cost, then most supporters, then list'),
  exact: fc.constant(true),
}

/* A new method and a new ballot shape each need a line here: the types demand it. */
export const anyParameters: Record<MethodId, fc.Arbitrary<Parameters>> = {
  ahp: fc.record({
    weights: fc.constantFrom('principal-eigenvector', 'row-geometric-mean'),
    aggregate: fc.constantFrom('geometric-mean-of-judgements', 'geometric-mean-of-weights'),
    inconsistent: fc.constantFrom('included', 'left-out'),
    consistencyLimit: fc.constantFrom(0.1, 0.2, 1),
    randomIndex: fc.constantFrom('saaty-1980', 'saaty-2005', 'donegan-dodd-1991'),
  }),
  delphi: fc.record({
    min: fc.constant(1),
    max: fc.constantFrom(5, 9),
    essentialFrom: fc.constantFrom(4, 5),
    lowTo: fc.constantFrom(1, 3),
    quartiles: fc.constantFrom('type 7 (linear)', 'type 6 (exclusive)'),
    consensusIn: fc.constant([0.7, 0.15]),
    consensusOut: fc.constant([0.7, 0.15]),
    criticalCvr: fc.constantFrom('lawshe-1975', 'wilson-2012', 'ayre-scally-2014'),
  }),
  borich: fc.record({ min: fc.constant(1), max: fc.constantFrom(4, 5) }),
  ipa: fc.record({
    min: fc.constant(1),
    max: fc.constantFrom(4, 5),
    crosshair: fc.constantFrom('mean', 'median', 'midpoint'),
  }),
  'opinion-groups': fc.constant({
    impute: 'column-mean',
    projection: 'pca-2, votes cast only, times sqrt(statements / votes)',
  }),
  stickers: fc.record({
    perVoter: smallCount,
    perItem: smallCount,
    onePerField: fc.boolean(),
    negative: fc.integer({ min: 0, max: 3 }),
  }),
  ...multiVoteParameters,
  'bradley-terry': fc.record({
    perVoter: smallCount,
    estimator: fc.constantFrom('map', 'maximum-likelihood'),
    prior: fc.constantFrom(0.1, 1),
    alike: fc.constant('half-a-win-each'),
    normalise: fc.constant('log strengths sum to 0'),
  }),
  ...rankedParameters,
  'best-worst': fc.record({ setSize: fc.constantFrom(4, 5), perVoter: smallCount }),
  'greedy-budget': fc.record({
    ...anyBudget,
    ballotType: fc.constantFrom('approval', 'knapsack'),
    tooExpensive: fc.constant('passed over'),
    utility: fc.constant('cost'),
    completion: fc.constant('none'),
  }),
  'equal-shares': fc.record({
    ...anyBudget,
    utility: fc.constantFrom('cost', 'cardinality'),
    completion: fc.constantFrom('none', 'add1', 'add1u'),
    step: fc.constantFrom(1, 3),
  }),
}
/* Some name an item that is not in the vote, some give too much. */
const anyBallot: Record<BallotShape, (candidates: readonly string[]) => fc.Arbitrary<Ballot>> = {
  comparisons: (candidates) => anyComparisons(candidates),
  needs: (candidates) =>
    fc.dictionary(anyItem(candidates), fc.record({ importance: anyMark, current: anyMark }), few).map((needs) => ({
      needs: Object.fromEntries(Object.entries(needs).map(([id, need]) => [id, withoutUndefined(need)])),
    })),
  opinions: (candidates) =>
    fc
      .dictionary(anyItem(candidates), fc.constantFrom('agree' as const, 'disagree' as const, 'pass' as const), few)
      .map((opinions) => ({ opinions })),
  stickers: (candidates) =>
    fc
      .dictionary(fc.constantFrom(...candidates, ...(candidates.length > 0 ? [] : ['i999']), 'i999'), smallStickers, {
        maxKeys: 4,
        noNullPrototype: true,
      })
      .map((stickers) => ({ stickers })),
  ...multiVoteBallots,
  ranking: anyRanking,
  pairs: (candidates) => fc.record({ pairs: anyPairs(candidates), alike: anyPairs(candidates) }),
  'best-worst': (candidates) => fc.record({ sets: fc.array(anyAnswer(candidates), { maxLength: 4 }) }),
}

const few = { maxKeys: 8, noNullPrototype: true }
/* Now and then above the scale, now and then not there. */
const anyMark = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom(5, undefined))
const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

/* Mostly every pair once; else one is missing, there twice, or of an item that is not in the vote. */
function anyComparisons(candidates: readonly string[]): fc.Arbitrary<Ballot> {
  const pairs = candidates.flatMap((a, i) => candidates.slice(i + 1).map((b): [string, string] => [a, b]))
  const complete = fc.tuple(
    ...pairs.map(([a, b]) =>
      fc
        .tuple(fc.boolean(), fc.integer({ min: 1, max: 9 }))
        .map(([turn, times]): [string, string, number] => (turn ? [b, a, times] : [a, b, times])),
    ),
  )
  const wrong = complete.map((all) => [...all.slice(1), ...all.slice(0, 1), ...all.slice(0, 1)])
  const strange = complete.map((all): [string, string, number][] => [...all.slice(1), ['i999', 'i1', 3]])
  const short = complete.map((all) => all.slice(1))
  return fc
    .oneof({ weight: 20, arbitrary: complete }, fc.constant<[string, string, number][]>([]), wrong, strange, short)
    .map((comparisons) => ({ comparisons }))
}

/* Mostly items of the vote, now and then one that is not. */
const anyItem = (candidates: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('i999') },
    ...(candidates.length > 0 ? [{ weight: 40, arbitrary: fc.constantFrom(...candidates) }] : []),
  )
const anyPairs = (candidates: readonly string[]) =>
  fc.array(fc.tuple(anyItem(candidates), anyItem(candidates)), { maxLength: 3 })
const anyAnswer = (candidates: readonly string[]) =>
  fc
    .uniqueArray(anyItem(candidates), { minLength: 1, maxLength: 5 })
    .map((set) => ({ set, best: set[0]!, worst: set.at(-1)! }))

export const profiles = (method: MethodId, ballot: BallotShape): fc.Arbitrary<Profile> =>
  fc
    .record({ parameters: anyParameters[method], items: fc.integer({ min: 0, max: 8 }) })
    .chain(({ parameters, items }) => {
      const candidates = Array.from({ length: items }, (_, i) => issue(i + 1))
      return fc.record({
        parameters: fc.constant(parameters),
        candidates: fc.constant(candidates),
        fields: fc
          .array(fc.constantFrom('f1', 'f2', null), { minLength: items, maxLength: items })
          .map((own) => Object.fromEntries(candidates.map((id, i) => [id, own[i]!]))),
        ballots: fc.array(
          fc
            .tuple(anyBallot[ballot](candidates), fc.integer({ min: 1, max: 4 }))
            .map(([one, weight]) => ({ ...one, weight })),
          { maxLength: 30 },
        ),
      })
    })

/** The same thing with other names for the items: whoever is called what must not matter. */
export function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (names.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, names)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [names.get(key) ?? key, renamed(each as unknown, names)]),
  ) as T
}

/** The same thing with every list of items in the order of their names, as tied items and lists of items are printed. */
export function inNameOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === 'string') ? [...value].sort() : value.map(inNameOrder)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inNameOrder(each)]))
}
