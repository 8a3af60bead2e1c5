import { describe, expect, it } from 'vitest'
import { countStickers, faultOf, rivalOf, withStickers } from './count.ts'

const rule = { perVoter: 3, perItem: 2, negative: 0, onePerField: false }

describe('a ballot of stickers', () => {
  it('leaves out an item without stickers', () => {
    expect(withStickers({ i1: 1, i2: 2 }, 'i1', 0)).toEqual({ i2: 2 })
    expect(withStickers({ i2: 2 }, 'i1', 1)).toEqual({ i1: 1, i2: 2 })
  })
  it('has room until the hand is empty or the item is full', () => {
    expect(faultOf({ i1: 2 }, 'i1', 3, rule)).toBe('itemFull')
    expect(faultOf({ i1: 2 }, 'i2', 1, rule)).toBeNull()
    expect(faultOf({ i1: 2, i2: 1 }, 'i3', 1, rule)).toBe('full')
  })
  it('takes stickers against where there are some, and counts them apart', () => {
    expect(faultOf({}, 'i1', -1, rule)).toBe('noneAgainst')
    expect(faultOf({ i1: 3 }, 'i2', -1, { ...rule, negative: 1 })).toBeNull()
    expect(faultOf({ i2: -1 }, 'i1', -1, { ...rule, negative: 1 })).toBe('noneAgainst')
  })
  it('counts what was given', () => {
    expect(countStickers({ i1: 2, i2: 1, i3: -1 })).toBe(3)
    expect(countStickers({})).toBe(0)
  })
  it('knows what stands in the way within a field', () => {
    const items = [
      { id: 'i1', fieldId: 'a' },
      { id: 'i2', fieldId: 'a' },
      { id: 'i3', fieldId: null },
      { id: 'i4', fieldId: null },
    ]
    expect(rivalOf({ i1: 1 }, 'i2', items)?.id).toBe('i1')
    expect(rivalOf({ i1: 1 }, 'i1', items)).toBeUndefined()
    expect(rivalOf({ i1: -1 }, 'i2', items)).toBeUndefined()
    expect(rivalOf({ i3: 1 }, 'i4', items)).toBeUndefined()
  })
})
