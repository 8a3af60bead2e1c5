import { describe, expect, it } from 'vitest'
import { joined, movedTo, placesFor, shifted, without, withLast } from './order.ts'

describe('a ranking in the making', () => {
  it('gives the next place, and closes the gap of what is taken out', () => {
    expect(withLast([['a'], ['b']], 'c')).toEqual([['a'], ['b'], ['c']])
    expect(without([['a'], ['b'], ['c']], 'b')).toEqual([['a'], ['c']])
    expect(without([['a', 'b'], ['c']], 'b')).toEqual([['a'], ['c']])
  })
  it('moves one item past another, and stops at the ends', () => {
    expect(shifted([['a'], ['b'], ['c']], 'c', -1)).toEqual([['a'], ['c'], ['b']])
    expect(shifted([['a'], ['b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']])
    expect(shifted([['a'], ['b']], 'a', -1)).toEqual([['a'], ['b']])
    expect(shifted([['a'], ['b']], 'b', 1)).toEqual([['a'], ['b']])
    expect(movedTo([['a'], ['b'], ['c']], 'c', 0)).toEqual([['c'], ['a'], ['b']])
  })
  it('makes an item equal with what is above it, and leads it out again either way', () => {
    const equal = joined([['a'], ['b'], ['c']], 'b')
    expect(equal).toEqual([['a', 'b'], ['c']])
    expect(shifted(equal, 'b', 1)).toEqual([['a'], ['b'], ['c']])
    expect(shifted(equal, 'b', -1)).toEqual([['b'], ['a'], ['c']])
    expect(shifted(equal, 'c', -1)).toEqual([['c'], ['a', 'b']])
  })
  it('knows which rank each place would be', () => {
    expect(placesFor([['a', 'b'], ['c']], 'c')).toEqual([
      { place: 0, rank: 1 },
      { place: 1, rank: 3 },
    ])
    expect(placesFor([['a', 'b'], ['c']], 'a').map(({ rank }) => rank)).toEqual([1, 2, 3])
  })
})
