import { z } from 'zod'
import type { Ballot } from '../ballots/index.ts'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { ok, refuse, type Outcome } from '../base/outcome.ts'
import type { MethodId, Parameters } from '../methods/index.ts'

const Count = z.int().min(0).max(limits.seatsPerSession)
const Sides = z.strictObject({ for: Count, against: Count })

/** A bundle of paper ballots, counted by hand. */
export const PaperTally = z.strictObject({
  ballots: Count.describe('Valid slips, the blank ones among them.'),
  blank: Count.describe('Valid slips without any mark.'),
  invalid: Count.describe('Slips that break the rule: they count nowhere, and stand in the result.'),
  items: z
    .record(IssueId, z.union([Count, Sides]))
    .describe('Marks by item; with for/against votes both sides. An item left out has none.'),
})
export type PaperTally = z.infer<typeof PaperTally>

interface Rule {
  method: MethodId
  parameters: Parameters
}

/**
 * May paper be entered as sums? Where a vote is a sum of marks for each item, of which a ballot has at most one: stickers
 * without stacking and without negative ones, approval, for/against. Other slips are entered one by one, from a seat.
 */
export function isTallied({ method, parameters }: Rule): boolean {
  if (method === 'approval' || method === 'for-against') return true
  return method === 'stickers' && parameters.perItem === 1 && !parameters.negative && !parameters.onePerField
}

/** Marks that one ballot may have. */
function marksEach({ method, parameters }: Rule, items: number): number {
  if (method === 'for-against') return items
  const most = Number(method === 'stickers' ? parameters.perVoter : parameters.max)
  return most > 0 ? Math.min(most, items) : items
}

const marksOf = (value: PaperTally['items'][string]): number =>
  typeof value === 'number' ? value : value.for + value.against

/**
 * Do the sums add up to ballots that could have been cast? Refuses `unknown_candidate`, `malformed` (sides where the
 * method has none, or none where it has), `tally_blank` (more blank slips than ballots), `tally_item` (an item has more
 * marks than marked ballots; names it), `tally_marks` (more marks than ballots times marks each), `tally_few_marks` (fewer
 * marks than marked ballots: some are blank).
 */
export function checkTally(tally: PaperTally, candidates: readonly string[], rule: Rule): Outcome<PaperTally> {
  const entries = Object.entries(tally.items)
  if (entries.some(([id]) => !candidates.includes(id))) return refuse('unknown_candidate')
  const hasSides = rule.method === 'for-against'
  if (entries.some(([, value]) => (typeof value === 'object') !== hasSides)) return refuse('malformed')
  const { ballots, blank } = tally
  if (blank > ballots) return refuse('tally_blank', { blank, ballots })
  const marked = ballots - blank
  const tooMany = entries.find(([, value]) => marksOf(value) > marked)
  if (tooMany) return refuse('tally_item', { item: tooMany[0], marks: marksOf(tooMany[1]), ballots: marked })
  const marks = entries.reduce((sum, [, value]) => sum + marksOf(value), 0)
  const most = marked * marksEach(rule, candidates.length)
  if (marks > most) return refuse('tally_marks', { marks, max: most })
  return marks < marked ? refuse('tally_few_marks', { marks, ballots: marked }) : ok(tally)
}

/**
 * Ballots that have the sums of this bundle: single slips are not known, their sums are. Marks are dealt item by item in
 * the order of the candidates, one to each ballot and round again, so that no ballot has two of one item, and none has
 * more than one mark more than another. Blank ones come last. The tally has been checked.
 */
export function ballotsOf(tally: PaperTally, candidates: readonly string[], { method }: Rule): Ballot[] {
  const marked = tally.ballots - tally.blank
  const dealt: [string, 'for' | 'against'][][] = Array.from({ length: marked }, () => [])
  let place = 0
  const deal = (id: string, side: 'for' | 'against', count: number) => {
    for (let n = 0; n < count; n += 1) dealt[place++ % marked]!.push([id, side])
  }
  for (const id of candidates) {
    const value = tally.items[id] ?? 0
    if (typeof value === 'number') deal(id, 'for', value)
    else {
      deal(id, 'for', value.for)
      deal(id, 'against', value.against)
    }
  }
  const blank = Array.from({ length: tally.blank }, () => [])
  return [...dealt, ...blank].map((marks) => ballotWith(marks, method))
}

function ballotWith(marks: readonly [string, 'for' | 'against'][], method: MethodId): Ballot {
  if (method === 'for-against') return { answers: Object.fromEntries(marks) }
  if (method === 'approval') return { approve: marks.map(([id]) => id) }
  return { stickers: Object.fromEntries(marks.map(([id]) => [id, 1])) }
}
