import { noneOf } from './admit.ts'

/** What one kind of ballot gives to items, in whole numbers, by how many people. */
export interface Given {
  given: Readonly<Record<string, number>>
  weight: number
}

/** What each item was given in all, and how many people gave it anything. Whole numbers: the order cannot show. */
export function addUp(
  ballots: readonly Given[],
  candidates: readonly string[],
): { sums: Record<string, number>; voters: Record<string, number> } {
  const sums = noneOf(candidates)
  const voters = noneOf(candidates)
  for (const { given, weight } of ballots) {
    for (const [id, n] of Object.entries(given)) {
      sums[id]! += n * weight
      voters[id]! += weight
    }
  }
  return { sums, voters }
}
