/** A weak order: tied groups of ids, best first. Inside a group the ids are sorted, so equal orders are equal text. */
export type WeakOrder = string[][]

/** Order ids by score, highest first; equal scores share a group. */
export function rankByScore(scores: Readonly<Record<string, number>>): WeakOrder {
  const byScore = new Map<number, string[]>()
  for (const [id, score] of Object.entries(scores)) {
    const group = byScore.get(score)
    if (group) group.push(id)
    else byScore.set(score, [id])
  }
  return [...byScore.entries()].sort(([a], [b]) => b - a).map(([, ids]) => ids.sort())
}

/** Competition ranks ("1, 1, 3") of a weak order, by id. */
export function ranksOf(order: WeakOrder): Record<string, number> {
  const ranks: Record<string, number> = {}
  let next = 1
  for (const group of order) {
    for (const id of group) ranks[id] = next
    next += group.length
  }
  return ranks
}
