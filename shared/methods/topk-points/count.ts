import { positionalPoints } from '../common/positional.ts'
import type { RankedProfile } from '../common/ranked-profile.ts'

/** Points by place in `candidates`: `points[0]` for a first place and so on; places beyond the list give nothing. */
export const topkPoints = (profile: RankedProfile, points: readonly number[]): number[] =>
  positionalPoints(profile, points, false)
