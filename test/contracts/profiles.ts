import fc from 'fast-check'
import type { Ballot, BallotShape, Weighted } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import { multiVoteBallots, multiVoteParameters } from './multi-vote-profiles.ts'

/** A vote as it could come: rule, items, and ballots of which some break the rule. */
export interface Profile {
  parameters: Parameters
  candidates: string[]
  ballots: Weighted<Ballot>[]
}

const issue = (n: number): string => `i${n}`
const smallCount = fc.integer({ min: 1, max: 6 })

/* A new method and a new ballot shape each need a line here: the types demand it. */
const anyParameters: Record<MethodId, fc.Arbitrary<Parameters>> = {
  stickers: fc.record({ perVoter: smallCount, perItem: smallCount }),
  ...multiVoteParameters,
  'bradley-terry': fc.record({
    perVoter: smallCount,
    estimator: fc.constantFrom('map', 'maximum-likelihood'),
    prior: fc.constantFrom(0.1, 1),
    alike: fc.constant('half-a-win-each'),
    normalise: fc.constant('log strengths sum to 0'),
  }),
  'best-worst': fc.record({ setSize: fc.constantFrom(4, 5), perVoter: smallCount }),
}
/* Some name an item that is not in the vote, some give too much. */
const anyBallot: Record<BallotShape, (candidates: readonly string[]) => fc.Arbitrary<Ballot>> = {
  stickers: (candidates) =>
    fc
      .dictionary(fc.constantFrom(...candidates, ...(candidates.length > 0 ? [] : ['i999']), 'i999'), smallCount, {
        maxKeys: 4,
        noNullPrototype: true,
      })
      .map((stickers) => ({ stickers })),
  ...multiVoteBallots,
  pairs: (candidates) => fc.record({ pairs: anyPairs(candidates), alike: anyPairs(candidates) }),
  'best-worst': (candidates) => fc.record({ sets: fc.array(anyAnswer(candidates), { maxLength: 4 }) }),
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
