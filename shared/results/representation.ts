import { z } from 'zod'
import type { Ballot, Weighted } from '../ballots/index.ts'
import { IssueId } from '../base/ids.ts'
import { AttributeId, GroupId, type Profile } from '../base/profile.ts'
import { methodOf, type MethodId } from '../methods/index.ts'
import { rounded } from '../methods/common/rounded.ts'
import { fieldsOf } from './fields.ts'
import type { CastBallot, ClosedVote } from './seal.ts'
import { pooled, SMALLEST_GROUP } from './small-groups.ts'

const Count = z.int().min(0)
const Share = z.number().min(0).max(1)

/** Who voted by one attribute, against the district, and what the ranking is when each group weighs what it does there. */
export const Representation = z.strictObject({
  attribute: AttributeId,
  groups: z.array(
    z.strictObject({
      /** several where they are too few to be shown apart; null: those who told nothing */
      ids: z.array(GroupId.nullable()).min(1),
      present: Count,
      people: Count,
      /** of all voters who told of this attribute; null: those who told nothing are among them */
      share: Share.nullable(),
      profileShare: Share.nullable(),
    }),
  ),
  /** null: too few people, or a method that counts no parts of people */
  ranking: z.array(z.array(IssueId)).nullable(),
  /** no ballot weighs more */
  cap: z.number(),
})
export type Representation = z.infer<typeof Representation>

/** One person speaks for no more than so many. */
const CAP = 4
/* Ballots are weighed in thousandths: every method counts whole ones. */
const WHOLE = 1000
/* Where twice the ballots are not twice the same vote, or whose ballots are those of a panel. */
const notWeighed: readonly MethodId[] = [
  'bradley-terry',
  'opinion-groups',
  'equal-shares',
  'ahp',
  'delphi',
  'borich',
  'ipa',
]

/** By each attribute of the profile; left out where there is no profile. Nothing in it is about fewer than five voters. */
export function representationOf(vote: ClosedVote, cast: readonly CastBallot[]): { representation?: Representation[] } {
  if (!vote.profile?.length) return {}
  return { representation: vote.profile.map((one) => byAttribute(one, vote, cast)) }
}

const NOTHING = ''
type Attribute = Profile[number]

function byAttribute({ attribute, groups }: Attribute, vote: ClosedVote, cast: readonly CastBallot[]): Representation {
  const groupOf = (told: CastBallot['groups']) => told?.[attribute] ?? NOTHING
  const known = groups.map(({ id, share }) => {
    const there = (vote.groupsPresent ?? []).filter((one) => groupOf(one.groups) === id)
    const present = there.reduce((sum, { people }) => sum + people, 0)
    const people = cast.filter((one) => groupOf(one.groups) === id).length
    return { id: id, share, present: Math.max(present, people), people }
  })
  const told = (of: 'present' | 'people') => known.reduce((sum, group) => sum + group[of], 0)
  const rest = {
    id: NOTHING,
    share: 0,
    present: Math.max(vote.checkIns - told('present'), cast.length - told('people')),
    people: cast.length - told('people'),
  }
  const { apart, together } = pooled([...known, rest])
  // Who is there and has not voted is in no group apart: a group of voters whose rest is known would tell of it.
  const pools = [...apart.map((group) => [group]), ...(together.length > 0 ? [together] : [])]
  if (cast.length < SMALLEST_GROUP) return { attribute, groups: [], ranking: null, cap: CAP }
  const answering = pools.filter((pool) => pool.every(({ id }) => id !== NOTHING))
  const sum = (pool: readonly (typeof rest)[], of: 'people' | 'present' | 'share') =>
    pool.reduce((total, group) => total + group[of], 0)
  const all = sum(answering.flat(), 'people')
  const district = groups.reduce((total, { share }) => total + share, 0)
  const here = sum(answering.flat(), 'share')
  const weightOf = (pool: (typeof pools)[number]): number => {
    if (!answering.includes(pool) || here === 0) return 1
    return Math.min(CAP, sum(pool, 'share') / here / (sum(pool, 'people') / all))
  }
  const weights = new Map(pools.flatMap((pool) => pool.map(({ id }) => [id, weightOf(pool)] as const)))
  return {
    attribute,
    groups: pools.map((pool) => ({
      ids: pool.map(({ id }) => (id === NOTHING ? null : id)),
      present: sum(pool, 'present'),
      people: sum(pool, 'people'),
      share: answering.includes(pool) ? rounded(sum(pool, 'people') / all) : null,
      profileShare: answering.includes(pool) ? rounded(sum(pool, 'share') / district) : null,
    })),
    ranking: reweighted(vote, cast, (told) => weights.get(groupOf(told)) ?? 1),
    cap: CAP,
  }
}

function reweighted(
  { method, parameters, candidates }: ClosedVote,
  cast: readonly CastBallot[],
  weightOf: (groups: CastBallot['groups']) => number,
): string[][] | null {
  if (notWeighed.includes(method)) return null
  const ballots = cast.flatMap(({ ballot, groups }): Weighted<Ballot>[] => {
    const weight = Math.round(weightOf(groups) * WHOLE)
    return weight > 0 ? [{ ...ballot, weight }] : []
  })
  const ids = candidates.map(({ id }) => id)
  return methodOf(method).tally(ballots, ids, parameters, fieldsOf(candidates)).ranking
}
