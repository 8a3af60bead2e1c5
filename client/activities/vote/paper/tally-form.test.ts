import { describe, expect, it } from 'vitest'
import { checkTyped, marksOf, rowsOf, tallyOf } from './tally-form.ts'

const items = [
  { id: 'i1', title: '공동 판매장' },
  { id: 'i2', title: '마을 부엌' },
]
const stickers = { method: 'stickers' as const, parameters: { perVoter: 2, perItem: 1 } }
const sides = { method: 'for-against' as const, parameters: {} }

describe('[PAPER-4] a bundle as it is typed', () => {
  it('has the rows of the sheet, in its order', () => {
    expect(rowsOf(items, stickers).map(({ id }) => id)).toEqual(['i1', 'i2', 'blank', 'invalid', 'all'])
    expect(rowsOf(items, sides)[1]).toEqual({ id: 'i1:against', of: 'i1', side: 'against' })
  })

  it('takes slips that cannot be counted from all slips, and an empty box for none', () => {
    const tally = tallyOf({ i1: '3', all: '6', invalid: '1', blank: '1' }, items, stickers)
    expect(tally).toEqual({ ballots: 5, blank: 1, invalid: 1, items: { i1: 3, i2: 0 } })
    expect(marksOf(tallyOf({ 'i1:for': '2', 'i1:against': '3' }, items, sides))).toBe(5)
  })

  it('names the item that has more marks than there are slips by its words', () => {
    const tally = tallyOf({ i1: '9', all: '6' }, items, stickers)
    expect(checkTyped(tally, items, stickers)).toMatchObject({
      refusal: 'tally_item',
      details: { item: '공동 판매장', marks: 9, ballots: 6 },
    })
  })
})
