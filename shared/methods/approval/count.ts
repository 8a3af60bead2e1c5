import type { ApproveBallot } from '../../ballots/approve.ts'
import type { Weighted } from '../../ballots/index.ts'
import { noneOf } from '../common/admit.ts'

/** How many people are for each item. */
export function countApprovals(
  ballots: readonly Weighted<ApproveBallot>[],
  candidates: readonly string[],
): Record<string, number> {
  const counts = noneOf(candidates)
  for (const { approve, weight } of ballots) for (const id of approve) counts[id]! += weight
  return counts
}
