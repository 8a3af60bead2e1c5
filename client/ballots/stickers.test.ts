import { describe, expect, it } from 'vitest'
import { countStickers, roomFor, withStickers } from './stickers.ts'

describe('a ballot of stickers', () => {
  it('leaves out an item without stickers', () => {
    expect(withStickers({ i1: 1, i2: 2 }, 'i1', 0)).toEqual({ i2: 2 })
    expect(withStickers({ i2: 2 }, 'i1', 1)).toEqual({ i1: 1, i2: 2 })
  })
  it('has room until the hand is empty or the item is full', () => {
    expect(roomFor({ i1: 2 }, 'i1', { perVoter: 5, perItem: 2 })).toBe(0)
    expect(roomFor({ i1: 2 }, 'i2', { perVoter: 3, perItem: 2 })).toBe(1)
    expect(roomFor({ i1: 3 }, 'i2', { perVoter: 3, perItem: 3 })).toBe(0)
  })
  it('counts what was given', () => {
    expect(countStickers({ i1: 2, i2: 1 })).toBe(3)
    expect(countStickers({})).toBe(0)
  })
})
