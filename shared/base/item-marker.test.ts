import { describe, expect, it } from 'vitest'
import { itemMarker } from './item-marker.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('signs of an official document', () => {
  it('go through the syllables without one twice', () => {
    const all = range(1, 84).map((index) => itemMarker(2, index))
    expect(all.slice(0, 14).join('')).toBe('가.나.다.라.마.바.사.아.자.차.카.타.파.하.')
    expect([28, 29, 42, 43, 84].map((index) => itemMarker(2, index))).toEqual(['허.', '고.', '호.', '구.', '히.'])
    expect(new Set(all).size).toBe(84)
    expect(itemMarker(2, 85)).toBe('85.')
  })
  it('go on in brackets where there is no circled sign', () => {
    expect([1, 20, 21, 35, 36, 50, 51].map((index) => itemMarker(7, index)).join('')).toBe('①⑳㉑㉟㊱㊿(51)')
    expect([1, 14, 15].map((index) => itemMarker(8, index)).join('')).toBe('㉮㉻(거)')
  })
  it('have eight levels', () => {
    expect(() => itemMarker(9, 1)).toThrow(RangeError)
  })
})
