import type { ScoresBallot } from '../../ballots/scores.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { areKnown } from './admit.ts'
import { isOnScale, type Scale } from './scale.ts'

/** Ratings of items of the vote, each on the scale. */
export function checkScores<Ballot extends ScoresBallot>(
  ballot: Ballot,
  candidates: readonly string[],
  scale: Scale,
): Outcome<Ballot> {
  if (!areKnown(Object.keys(ballot.scores), candidates)) return refuse('unknown_candidate')
  if (Object.values(ballot.scores).every((value) => isOnScale(value, scale))) return ok(ballot)
  return refuse('score_out_of_range', { min: scale.min, max: scale.max })
}
