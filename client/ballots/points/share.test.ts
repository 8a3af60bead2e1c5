import { describe, expect, it } from 'vitest'
import { givenIn, stepsOf, withMore } from './share.ts'

describe('sharing out points', () => {
  it('gives no more than what is left, and takes no more than what is there', () => {
    expect(withMore({ i1: 95 }, 'i2', 10, 100)).toEqual({ i1: 95, i2: 5 })
    expect(withMore({ i1: 100 }, 'i2', 10, 100)).toEqual({ i1: 100 })
    expect(withMore({ i1: 5, i2: 20 }, 'i1', -10, 100)).toEqual({ i2: 20 })
    expect(givenIn(withMore({ i1: 5 }, 'i1', 10, 100))).toBe(15)
  })
  it('takes smaller steps where there is less', () => {
    expect(stepsOf(100)).toEqual([5, 10])
    expect(stepsOf(10)).toEqual([1, 5])
  })
})
