import { checkTally, type PaperTally } from '../../../../shared/results/paper.ts'
import type { Outcome } from '../../../../shared/base/outcome.ts'
import type { MethodId, Parameters } from '../../../../shared/methods/index.ts'

/** What is typed into the boxes of a bundle, by row: `i1`, or `i1:for` and `i1:against`; `blank`, `invalid`, `all`. */
export type Typed = Readonly<Record<string, string>>
export interface TallyRule {
  method: MethodId
  parameters: Parameters
}

export interface TallyRow {
  id: string
  of: string
  side: 'for' | 'against' | null
}

/** The rows in the order of the tally sheet: every item, then blank, void and all slips. */
export function rowsOf(items: readonly { id: string }[], { method }: TallyRule): TallyRow[] {
  const sides = method === 'for-against' ? (['for', 'against'] as const) : [null]
  return [
    ...items.flatMap(({ id }) => sides.map((side) => ({ id: side ? `${id}:${side}` : id, of: id, side }))),
    ...['blank', 'invalid', 'all'].map((id) => ({ id, of: id, side: null })),
  ]
}

const numberIn = (typed: Typed, id: string): number => Number(typed[id] ?? '') || 0

/** The bundle that was typed; `ballots` are all slips but those that cannot be counted. */
export function tallyOf(typed: Typed, items: readonly { id: string }[], { method }: TallyRule): PaperTally {
  const valueOf = (id: string) =>
    method === 'for-against'
      ? { for: numberIn(typed, `${id}:for`), against: numberIn(typed, `${id}:against`) }
      : numberIn(typed, id)
  return {
    ballots: numberIn(typed, 'all') - numberIn(typed, 'invalid'),
    blank: numberIn(typed, 'blank'),
    invalid: numberIn(typed, 'invalid'),
    items: Object.fromEntries(items.map(({ id }) => [id, valueOf(id)])),
  }
}

export const marksOf = ({ items }: PaperTally): number =>
  Object.values(items).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : value.for + value.against),
    0,
  )

/** What `checkTally` says, with an item named by its words. */
export function checkTyped(
  tally: PaperTally,
  items: readonly { id: string; title: string }[],
  rule: TallyRule,
): Outcome<PaperTally> {
  const checked = checkTally(
    tally,
    items.map(({ id }) => id),
    rule,
  )
  if (checked.ok) return checked
  const item = items.find(({ id }) => id === checked.details?.item)
  return item ? { ...checked, details: { ...checked.details, item: item.title } } : checked
}
