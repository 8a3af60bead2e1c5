import { positionalPoints } from '../common/positional.ts'
import type { RankedProfile } from '../common/ranked-profile.ts'

/** What the items get that a ballot leaves out: an equal share of the points that are left, or nothing. */
export type UnrankedPoints = 'average-of-remaining' | 'zero'

/**
 * Borda's points by place in `candidates` (de Borda 1781): of m items the first gets m - 1, the last 0. Equal items share
 * the average of the places that they take together.
 */
export const bordaPoints = (profile: RankedProfile, unranked: UnrankedPoints): number[] =>
  positionalPoints(
    profile,
    profile.candidates.map((_, rank, { length }) => length - 1 - rank),
    unranked === 'average-of-remaining',
  )
