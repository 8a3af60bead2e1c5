/**
 * Content validity ratio: of N people, Ne call the item essential; (Ne − N/2) / (N/2), from −1 to 1 (Lawshe 1975,
 * Personnel Psychology 28, 563–575). Three tables of critical values are in use and disagree: a report names its table.
 * All are compared by counts, for 8 of 9 gives .7778 against a printed .78 that it is meant to pass.
 */
export const cvrOf = (panel: number, essential: number): number | null =>
  panel === 0 ? null : (2 * essential - panel) / panel

/* As reproduced in Korean theses. */
const lawshe1975: readonly (readonly [panel: number, critical: number])[] = [
  [5, 0.99],
  [6, 0.99],
  [7, 0.99],
  [8, 0.75],
  [9, 0.78],
  [10, 0.62],
  [11, 0.59],
  [12, 0.56],
  [13, 0.54],
  [14, 0.51],
  [15, 0.49],
  [20, 0.42],
  [25, 0.37],
  [30, 0.33],
  [35, 0.31],
  [40, 0.29],
]

/** The printed value; between two rows that of the smaller panel, which asks for more. None below five people. */
export const lawsheCritical = (panel: number): number | null =>
  lawshe1975.findLast(([smallest]) => smallest <= panel)?.[1] ?? null

/** z / √N at α = .05, one-tailed (Wilson, Pan & Schumsky 2012, Meas. Eval. Couns. Dev. 45(3), 197–210). */
export const wilsonCritical = (panel: number): number => 1.6448536269514722 / Math.sqrt(panel)

/** P(X ≥ essential) when each of the panel tosses a coin. Exact but for the last rounding. */
export function chanceOf(panel: number, essential: number): number {
  let ways = 0n
  let sum = 0n
  for (let k = panel; k >= Math.max(essential, 0); k -= 1) {
    ways = k === panel ? 1n : (ways * BigInt(k + 1)) / BigInt(panel - k)
    sum += ways
  }
  const digits = 10n ** 18n
  return Number((sum * digits) / 2n ** BigInt(panel)) / 1e18
}

/** The smallest count whose chance is at most 5 % (Ayre & Scally 2014, Meas. Eval. Couns. Dev. 47(1), 79–86); null below five. */
function exactCount(panel: number): number | null {
  let ways = 1n
  let sum = 1n
  let k = panel
  const all = 2n ** BigInt(panel)
  while (sum * 20n <= all) {
    ways = (ways * BigInt(k)) / BigInt(panel - k + 1)
    sum += ways
    k -= 1
  }
  return k < panel ? k + 1 : null
}

export const cvrTables = ['lawshe-1975', 'wilson-2012', 'ayre-scally-2014'] as const
export type CvrTable = (typeof cvrTables)[number]

/** How many of the panel must call an item essential; null where no number of them would do. */
export function criticalCount(panel: number, table: CvrTable): number | null {
  if (panel === 0) return null
  if (table === 'ayre-scally-2014') return exactCount(panel)
  const printed = table === 'lawshe-1975' ? lawsheCritical(panel) : wilsonCritical(panel)
  if (printed === null || printed > 1) return null
  const reaches = (essential: number) => {
    const cvr = cvrOf(panel, essential)!
    return (table === 'lawshe-1975' ? Math.round(cvr * 100) / 100 : cvr) >= printed
  }
  let count = Math.ceil(panel / 2)
  while (!reaches(count)) count += 1
  return count
}
