import { describe, expect, it } from 'vitest'
import type { Weighted } from '../../ballots/index.ts'
import type { StickersBallot } from '../../ballots/stickers.ts'
import { recountOf } from '../recount.ts'
import { stickers } from './index.ts'

const candidates = ['A', 'B', 'C', 'D']
const fields = { A: 'f1', B: 'f1', C: 'f2', D: null }
const rule = (own: object) => stickers.parameters.parse(own)
const refusalOf = (given: Record<string, number>, own: object) => {
  const outcome = stickers.check({ stickers: given }, candidates, rule(own), fields)
  return outcome.ok ? 'fine' : outcome.refusal
}

describe('stickers, one per field', () => {
  it('one item of each field, as Seoul 2015 and Dongjak 2018 voted; items without a field are free', () => {
    const own = { perVoter: 5, onePerField: true }
    expect(refusalOf({ A: 1, C: 1, D: 1 }, own)).toBe('fine')
    expect(refusalOf({ A: 1, B: 1 }, own)).toBe('one_per_field')
    expect(refusalOf({ A: 1, B: 1 }, { perVoter: 5 })).toBe('fine')
  })
  it('stickers against an item use up no field', () => {
    expect(refusalOf({ A: 1, B: -1 }, { perVoter: 5, onePerField: true, negative: 1 })).toBe('fine')
  })
  it('a ballot that breaks it is refused whole at the seal', () => {
    const ballots: Weighted<StickersBallot>[] = [
      { weight: 2, stickers: { A: 1, C: 1 } },
      { weight: 3, stickers: { A: 1, B: 1 } },
    ]
    expect(stickers.tally(ballots, candidates, rule({ onePerField: true }), fields)).toMatchObject({
      accepted: 2,
      rejected: 3,
      scores: { A: 2, B: 0, C: 2, D: 0 },
    })
  })
  it('a recount reads the fields from the items of the file, and does not pass over them when they are missing', () => {
    const recount = recountOf(stickers)
    const file = { options: { onePerField: true }, candidates, ballots: [{ stickers: { A: 1, B: 1 } }] }
    const items = candidates.map((id) => ({ id, fieldId: fields[id as 'A'], title: id }))
    expect(recount.count(recount.input.parse({ ...file, items }) as never)).toMatchObject({ accepted: 0, rejected: 1 })
    expect(recount.input.safeParse(file).error?.issues).toMatchObject([{ path: ['items'] }])
    expect(recount.input.safeParse({ ...file, options: {} }).success).toBe(true)
  })
})

describe('stickers against', () => {
  it('are counted by themselves, and only as many as the rule has', () => {
    const own = { perVoter: 3, perItem: 2, negative: 2 }
    expect(refusalOf({ A: 2, B: 1, C: -2 }, own)).toBe('fine')
    expect(refusalOf({ A: 2, C: -2, D: -1 }, own)).toBe('too_many_negative_stickers')
    expect(refusalOf({ A: 2, B: 2 }, own)).toBe('too_many_stickers')
    expect(refusalOf({ C: -2 }, { ...own, perItem: 1 })).toBe('too_many_on_one_issue')
    expect(refusalOf({ C: -1 }, {})).toBe('too_many_negative_stickers')
  })
  it('take away, and both kinds are shown', () => {
    const ballots = [
      { weight: 2, stickers: { A: 1, B: -1 } },
      { weight: 1, stickers: { B: 1, A: -1 } },
    ]
    const tally = stickers.tally(ballots, ['A', 'B'], rule({ negative: 1 }))
    expect(tally).toMatchObject({ scores: { A: 1, B: -1 }, votersPerItem: { A: 3, B: 3 }, ranking: [['A'], ['B']] })
    expect(tally.figures).toEqual({ stickersFor: { A: 2, B: 1 }, stickersAgainst: { A: 1, B: 2 } })
  })
})
