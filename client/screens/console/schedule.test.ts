import { describe, expect, it } from 'vitest'
import { forecast, minutesTaken, type Step } from './schedule.ts'

const heldAt = '2016-04-20T15:00:00+09:00'
const at = (minutes: number) => Date.parse(heldAt) + minutes * 60_000
const step = (id: string, minutes: number, given: Partial<Step> = {}): Step => ({
  id,
  minutes,
  phase: 'prepared',
  openedAt: null,
  closedAt: null,
  ...given,
})
const plan = (agenda: Step[], date: string | null = heldAt) => ({
  heldAt: date,
  plannedMinutes: 35,
  agenda,
  current: agenda.findLast(({ openedAt }) => openedAt !== null)?.id ?? null,
})

describe('plan against actual', () => {
  it('before the meeting each step begins as planned, and is late only when the hour has passed', () => {
    const agenda = [step('a1', 20), step('a2', 15)]
    const early = forecast(plan(agenda), at(-10))
    expect([...early.starts]).toEqual([
      ['a1', at(0)],
      ['a2', at(20)],
    ])
    expect(early).toMatchObject({ endsAt: at(35), late: 0 })
    expect(forecast(plan(agenda), at(5))).toMatchObject({ endsAt: at(40), late: 5 })
  })

  it('a step that takes longer or shorter moves what comes', () => {
    const open = [step('a1', 20, { phase: 'open', openedAt: at(0) }), step('a2', 15)]
    expect(forecast(plan(open), at(10))).toMatchObject({ endsAt: at(35), late: 0 })
    expect(forecast(plan(open), at(24))).toMatchObject({ endsAt: at(39), late: 4 })
    const done = [step('a1', 20, { phase: 'closed', openedAt: at(0), closedAt: at(12) }), step('a2', 15)]
    expect(forecast(plan(done), at(12))).toMatchObject({ endsAt: at(27), late: -8 })
  })

  it('what is added or taken out moves the end', () => {
    const open = step('a1', 20, { phase: 'open', openedAt: at(0) })
    const agenda = [open, step('a3', 10), step('a2', 15)]
    expect(forecast(plan(agenda), at(5)).late).toBe(10)
    expect(forecast(plan([open]), at(5)).late).toBe(-15)
    expect(forecast(plan([step('a2', 15), open]), at(5)), 'passed over').toMatchObject({ endsAt: at(20), late: -15 })
  })

  it('without a date, or on another day, the plan begins with the first step; before it there is none', () => {
    const open = [step('a1', 20, { phase: 'open', openedAt: at(0) }), step('a2', 15)]
    expect(forecast(plan(open, null), at(24)).late).toBe(4)
    expect(forecast(plan(open, '2016-04-18T15:00:00+09:00'), at(24)).late).toBe(4)
    expect(forecast(plan([step('a1', 20)], null), at(0)).late).toBeNull()
  })

  it('counts the minutes that a step took, as far as they are known', () => {
    expect(minutesTaken(step('a1', 20, { openedAt: at(0), closedAt: at(22) }), at(90))).toBe(22)
    expect(minutesTaken(step('a1', 20, { openedAt: at(0) }), at(7))).toBe(7)
    expect(minutesTaken(step('a1', 20), at(7))).toBeNull()
  })
})
