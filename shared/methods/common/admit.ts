import type { Weighted } from '../../ballots/index.ts'

/** The ballots that keep the rule, and how many people stand behind which kind. */
export interface Admitted<Ballot> {
  ballots: Weighted<Ballot>[]
  accepted: number
  rejected: number
  blank: number
}

/** Part the ballots that keep the rule from those that are refused whole. A blank ballot keeps it and names nothing. */
export function admit<Ballot>(
  ballots: readonly Weighted<Ballot>[],
  isAllowed: (ballot: Weighted<Ballot>) => boolean,
  isBlank: (ballot: Weighted<Ballot>) => boolean,
): Admitted<Ballot> {
  const admitted: Admitted<Ballot> = { ballots: [], accepted: 0, rejected: 0, blank: 0 }
  for (const ballot of ballots) {
    if (!isAllowed(ballot)) {
      admitted.rejected += ballot.weight
      continue
    }
    admitted.ballots.push(ballot)
    admitted.accepted += ballot.weight
    if (isBlank(ballot)) admitted.blank += ballot.weight
  }
  return admitted
}

/** Nothing, for every item. */
export const noneOf = (candidates: readonly string[]): Record<string, number> =>
  Object.fromEntries(candidates.map((id) => [id, 0]))

/** Is every one of these an item of the vote? */
export function areKnown(ids: readonly string[], candidates: readonly string[]): boolean {
  const known = new Set(candidates)
  return ids.every((id) => known.has(id))
}
