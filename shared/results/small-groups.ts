/** Fewer people than this are never shown as a group. */
export const SMALLEST_GROUP = 5

/** How many of a group are here and how many have voted. */
export interface GroupTurnout {
  group: string
  present: number
  voted: number
}

export interface ShownTurnout {
  /** groups large enough to be shown */
  groups: GroupTurnout[]
  /** all that are not shown, together; null where there are none */
  others: { groups: string[]; present: number; voted: number } | null
  /** null where all people together are too few */
  total: { present: number; voted: number } | null
}

/**
 * Turnout by group without groups of fewer than five. What is hidden must not follow from the rest either: total less the
 * groups shown is what the hidden ones have together, so the smallest group shown goes with them until they are five or
 * more. Empty groups tell nothing about anybody and are left out.
 */
export function shownTurnout(turnout: readonly GroupTurnout[]): ShownTurnout {
  const here = turnout.filter(({ present }) => present > 0)
  const total = sumOf(here)
  if (total.present < SMALLEST_GROUP) return { groups: [], others: null, total: null }
  const hidden = new Set(here.filter(({ present }) => present < SMALLEST_GROUP))
  const bySize = here
    .filter((each) => !hidden.has(each))
    .sort((a, b) => a.present - b.present || (a.group < b.group ? -1 : 1))
  for (const next of bySize) {
    if (hidden.size === 0 || sumOf([...hidden]).present >= SMALLEST_GROUP) break
    hidden.add(next)
  }
  const together = here.filter((each) => hidden.has(each))
  return {
    groups: here.filter((each) => !hidden.has(each)),
    others: together.length === 0 ? null : { groups: together.map(({ group }) => group), ...sumOf(together) },
    total,
  }
}

const sumOf = (groups: readonly GroupTurnout[]): { present: number; voted: number } => ({
  present: groups.reduce((sum, { present }) => sum + present, 0),
  voted: groups.reduce((sum, { voted }) => sum + voted, 0),
})

/**
 * Groups that may be shown apart, and those that are only shown together. Fewer than five are never apart; together they
 * are five or more as well, or else the smallest of the others goes with them, so that nothing follows by difference.
 * Where all are fewer than five, all are together. Groups of nobody are in neither.
 */
export function pooled<T extends { id: string; people: number }>(groups: readonly T[]): { apart: T[]; together: T[] } {
  const bySize = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people || (a.id < b.id ? -1 : 1))
  const together = bySize.filter(({ people }) => people < SMALLEST_GROUP)
  const apart = bySize.slice(together.length)
  const sum = () => together.reduce((total, { people }) => total + people, 0)
  while (together.length > 0 && sum() < SMALLEST_GROUP && apart.length > 0) together.push(apart.shift()!)
  const inOrder = (chosen: readonly T[]) => groups.filter((group) => chosen.includes(group))
  return { apart: inOrder(apart), together: inOrder(together) }
}
