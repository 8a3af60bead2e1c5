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
