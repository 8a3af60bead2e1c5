import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useClock } from './clock.ts'
import { useSession } from './session.ts'

beforeEach(() => setActivePinia(createPinia()))

describe('the clock', () => {
  it('takes the largest difference of a connection, since a stamp only ever comes late', () => {
    const clock = useClock()
    clock.hear(10_000, 9_500)
    clock.hear(20_000, 19_900)
    expect(clock.offsetMs).toBe(500)
    clock.forget()
    clock.hear(30_000, 30_100)
    expect(clock.offsetMs).toBe(-100)
  })
})

describe('a ballot that the server is known to hold', () => {
  it('never goes back to an older revision', () => {
    const session = useSession()
    session.mine = {
      seat: 'p1',
      issues: [],
      supports: [],
      answers: [],
      responses: [],
      askedForHelp: false,
      checks: [],
      ballot: null,
      channel: 'hall',
      groups: {},
    }
    session.noteBallot({ activity: 'a1', revision: 2, ballot: { stickers: { i1: 1 } } })
    session.noteBallot({ activity: 'a1', revision: 1, ballot: { stickers: { i2: 1 } } })
    expect(session.mine?.ballot?.revision).toBe(2)
  })
})
