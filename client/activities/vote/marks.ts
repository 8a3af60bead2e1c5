import type { Result } from '../steps.ts'

type Honest = NonNullable<Result['honest']>
type Marks = NonNullable<Honest['marks']>

/** Several items that are practically level, by the first of them: from which rank to which. */
export function levelFrom({ bands }: Marks, standings: Result['standings']): Map<string, { from: number; to: number }> {
  const ranks = new Map(standings.map(({ id, rank }) => [id, rank]))
  const places = standings.map(({ id }) => id)
  return new Map(
    bands
      .filter((band) => band.length > 1)
      .map((band) => {
        const [first] = [...band].sort((a, b) => places.indexOf(a) - places.indexOf(b))
        const own = band.map((id) => ranks.get(id) ?? places.length)
        return [first!, { from: Math.min(...own), to: Math.max(...own) }] as const
      }),
  )
}

/** Every item that shares a band with another. */
export const levelItems = ({ bands }: Marks): Set<string> => new Set(bands.filter((band) => band.length > 1).flat())

/** How many rules put an item on each rank, the best rank first. */
export function ranksUnderRules(ranks: readonly number[]): { rank: number; rules: number }[] {
  const counts = new Map<number, number>()
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  return [...counts].map(([rank, rules]) => ({ rank, rules })).sort((a, b) => a.rank - b.rank)
}
