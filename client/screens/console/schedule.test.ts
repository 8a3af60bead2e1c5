import { describe, expect, it } from 'vitest'
import { minutesLate, plannedTimes } from './schedule.ts'

const heldAt = '2016-04-20T15:00:00+09:00'
const agenda = [
  { id: 'a1', minutes: 20 },
  { id: 'a2', minutes: 15 },
]
const at = (minutes: number) => Date.parse(heldAt) + minutes * 60_000

describe('plan against actual', () => {
  it('says when each step should begin, by the clock in Seoul', () => {
    expect(plannedTimes(heldAt, agenda)).toEqual(['15:00', '15:20'])
    expect(plannedTimes(null, agenda)).toEqual([])
  })
  it('is late when the present step should have ended, early when it should not have begun', () => {
    expect(minutesLate(heldAt, agenda, 'a1', at(10))).toBe(0)
    expect(minutesLate(heldAt, agenda, 'a1', at(24))).toBe(4)
    expect(minutesLate(heldAt, agenda, 'a2', at(15))).toBe(-5)
  })
  it('says nothing without a date, on another day, and in the lobby', () => {
    expect(minutesLate(null, agenda, 'a1', at(1))).toBeNull()
    expect(minutesLate(heldAt, agenda, 'a1', at(60 * 24))).toBeNull()
    expect(minutesLate(heldAt, agenda, null, at(1))).toBeNull()
  })
})
