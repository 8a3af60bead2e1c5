/** Rank of each item in a weak order: ties have the same, and what follows leaves as many out. */
export function ranksIn(ranking: readonly (readonly string[])[]): Map<string, string> {
  const ranks = new Map<string, string>()
  let before = 0
  for (const tied of ranking) {
    for (const id of tied) ranks.set(id, `${tied.length > 1 ? '=' : ''}${before + 1}`)
    before += tied.length
  }
  return ranks
}
