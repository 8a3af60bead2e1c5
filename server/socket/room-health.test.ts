import { describe, expect, it } from 'vitest'
import type { Conditions, Health } from '../../shared/protocol/live.ts'
import { Presence } from './presence.ts'
import { RoomHealth, SILENT_AFTER_MS, TICK_MS } from './room-health.ts'

const fine: Conditions = { loop: 'fine', store: 'fine', disk: 'fine', memory: 'fine', freeMegabytes: null }

/** A room whose clock is in the test's hand: a tick is a second. */
function openRoom() {
  let now = 0
  const presence = new Presence(() => now)
  const told: { at: number; health: Health }[] = []
  const state = { conditions: fine, hasConsole: true }
  const room = new RoomHealth({
    presence,
    conditions: () => state.conditions,
    hasConsole: () => state.hasConsole,
    tell: (_session, health) => void told.push({ at: now, health }),
  })
  const pass = (ms: number) => {
    for (const end = now + ms; now < end;) {
      now += TICK_MS
      room.tick()
    }
  }
  const silent = () => room.of('s').silent
  return { presence, room, state, told, pass, silent }
}

describe('phones that are silent', () => {
  it('[HEALTH-6] counts a phone half a minute after its last screen went, and not once it is back', () => {
    const { presence, room, pass, silent } = openRoom()
    room.counted('s', 2)
    for (const seat of ['p1', 'p2', 'p2']) presence.came('s', seat)
    presence.went('s', 'p1')
    // A second screen of the same seat is still there.
    presence.went('s', 'p2')
    pass(SILENT_AFTER_MS - TICK_MS)
    expect(silent()).toBe(0)
    pass(TICK_MS)
    expect(silent()).toBe(1)
    presence.came('s', 'p1')
    expect(silent()).toBe(0)
  })

  it('[HEALTH-6] phones that look away one after the other are not silent', () => {
    const { presence, room, pass, silent } = openRoom()
    const seats = Array.from({ length: 20 }, (_, n) => `p${n}`)
    room.counted('s', seats.length)
    for (const seat of seats) presence.came('s', seat)
    for (const seat of [...seats, ...seats]) {
      presence.went('s', seat)
      pass(5_000)
      expect(silent()).toBe(0)
      presence.came('s', seat)
    }
  })

  it('[HEALTH-6] after a restart of the server those who do not come back are silent, in half a minute', () => {
    const { presence, room, pass, silent } = openRoom()
    room.counted('s', 300)
    pass(2_000)
    for (let n = 0; n < 288; n += 1) presence.came('s', `p${n}`)
    pass(SILENT_AFTER_MS - 3_000)
    expect(silent()).toBe(0)
    pass(3_000)
    expect(silent()).toBe(12)
  })
})

describe('what consoles are told', () => {
  it('[HEALTH-5] what changed, at most once a second, and not what a new console was given just now', () => {
    const { room, state, told, pass } = openRoom()
    room.counted('s', 0)
    room.of('s')
    pass(5_000)
    expect(told).toEqual([])
    state.conditions = { ...fine, store: 'slow' }
    state.conditions = { ...fine, store: 'away' }
    pass(5_000)
    state.conditions = fine
    pass(5_000)
    expect(told.map(({ health }) => health.store)).toEqual(['away', 'fine'])
  })

  it('[HEALTH-5] a console that comes later is told what has changed since nobody was there', () => {
    const { presence, room, state, told, pass } = openRoom()
    presence.came('s', 'p1')
    room.counted('s', 1)
    state.hasConsole = false
    pass(3_000)
    state.conditions = { ...fine, disk: 'low', freeMegabytes: 900 }
    expect(room.of('s').disk).toBe('low')
    state.hasConsole = true
    pass(3_000)
    expect(told).toEqual([])
  })

  it('keeps nothing of a session that everybody has left', () => {
    const { presence, room, state, pass } = openRoom()
    presence.came('s', 'p1')
    presence.went('s', 'p1')
    room.counted('s', 1)
    state.hasConsole = false
    pass(TICK_MS)
    expect(presence.known('s')).toBe(0)
  })
})
