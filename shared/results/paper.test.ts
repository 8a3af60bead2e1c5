import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot } from '../ballots/index.ts'
import { methodOf, type MethodId, type Parameters } from '../methods/index.ts'
import { ballotsOf, checkTally, isTallied, type PaperTally } from './paper.ts'

const ids = ['i1', 'i2', 'i3', 'i4']
const rules: { method: MethodId; parameters: Parameters }[] = [
  { method: 'stickers', parameters: { perVoter: 2, perItem: 1 } },
  { method: 'approval', parameters: { max: 0 } },
  { method: 'approval', parameters: { max: 3 } },
  { method: 'for-against', parameters: {} },
].map(({ method, parameters }) => ({
  method: method as MethodId,
  parameters: methodOf(method as MethodId).parameters.parse(parameters),
}))

/** What each item got, by the method's own count. */
function sumsOf(ballots: readonly Ballot[], { method, parameters }: (typeof rules)[number]): PaperTally {
  const weighted = ballots.map((ballot) => ({ weight: 1, ...ballot }))
  const { blank, rejected, scores, figures } = methodOf(method).tally(weighted, ids, parameters)
  expect(rejected).toBe(0)
  const sides = (figures?.items ?? {}) as Record<string, { for: number; against: number }>
  const value = (id: string) =>
    method === 'for-against' ? { for: sides[id]!.for, against: sides[id]!.against } : scores[id]!
  const items = Object.fromEntries(ids.map((id) => [id, value(id)]))
  return { ballots: ballots.length, blank, invalid: 0, items }
}

const slip = (method: MethodId, most: number): fc.Arbitrary<Ballot> => {
  if (method === 'for-against') {
    return fc
      .dictionary(fc.constantFrom(...ids), fc.constantFrom('for' as const, 'against' as const))
      .map((answers) => ({ answers: { ...answers } }))
  }
  const chosen = fc.subarray(ids, { maxLength: most })
  if (method === 'approval') return chosen.map((approve) => ({ approve }))
  return chosen.map((some) => ({ stickers: Object.fromEntries(some.map((id) => [id, 1])) }))
}

describe.each(rules)('paper counted by hand: $method $parameters', (rule) => {
  const most = Number(rule.method === 'stickers' ? rule.parameters.perVoter : rule.parameters.max) || ids.length

  it('[PAPER-1] what real slips sum to is taken, and becomes valid ballots of the same sums', () => {
    fc.assert(
      fc.property(fc.array(slip(rule.method, most), { maxLength: 30 }), (slips) => {
        const tally = sumsOf(slips, rule)
        expect(checkTally(tally, ids, rule)).toMatchObject({ ok: true })
        expect(sumsOf(ballotsOf(tally, ids, rule), rule)).toEqual(tally)
      }),
      { numRuns: 300 },
    )
  })

  it('[PAPER-2] sums that no slips could have are refused, with what does not add up', () => {
    const mark = (n: number) => (rule.method === 'for-against' ? { for: n, against: 0 } : n)
    const tally = (given: Partial<PaperTally>): PaperTally => ({
      ballots: 5,
      blank: 1,
      invalid: 0,
      items: {},
      ...given,
    })
    const refusalOf = (given: Partial<PaperTally>) => {
      const checked = checkTally(tally(given), ids, rule)
      return checked.ok ? null : checked.refusal
    }
    expect(refusalOf({ items: { i1: mark(4) } })).toBeNull()
    expect(refusalOf({ blank: 6 })).toBe('tally_blank')
    expect(refusalOf({ items: { i1: mark(5) } })).toBe('tally_item')
    expect(refusalOf({ items: { i1: mark(3) } })).toBe('tally_few_marks')
    expect(refusalOf({ items: { i9: mark(4) } })).toBe('unknown_candidate')
    expect(refusalOf({ items: { i1: rule.method === 'for-against' ? 4 : { for: 4, against: 0 } } })).toBe('malformed')
    const full = Object.fromEntries(ids.map((id) => [id, mark(4)]))
    expect(refusalOf({ items: full })).toBe(most < ids.length ? 'tally_marks' : null)
  })
})

it('[PAPER-1] other votes take slips one by one', () => {
  const usual = (method: MethodId, own: Parameters = {}) => ({
    method,
    parameters: methodOf(method).parameters.parse(own),
  })
  expect(isTallied(usual('stickers'))).toBe(true)
  for (const rule of [
    usual('stickers', { perItem: 2 }),
    usual('stickers', { negative: 1 }),
    usual('stickers', { onePerField: true }),
    usual('borda'),
    usual('score'),
  ]) {
    expect(isTallied(rule)).toBe(false)
  }
})
