import { describe, expect, it } from 'vitest'
import { freeSeat, servedIn, type ServedSeat } from './served-seats.ts'

const seat = (token: string, voted: string | null, channel: ServedSeat['channel'] = 'helper'): ServedSeat => ({
  token,
  channel,
  sessionId: 's',
  seat: token,
  voted,
})
const nobody = () => false

describe('[HELPER-1] seats of a device that many use', () => {
  it('are given to the next person only when nobody has voted on them in this vote', () => {
    const seats = [seat('p1', 'a1'), seat('p2', 'a2'), seat('p3', null, 'paper')]
    expect(freeSeat(seats, 'a2', 'helper', nobody)?.token).toBe('p1')
    expect(freeSeat(seats, 'a1', 'paper', nobody)?.token).toBe('p3')
    expect(freeSeat([seat('p1', 'a1')], 'a1', 'helper', nobody)).toBeNull()
  })

  it('are not given on while a ballot of theirs has not been acknowledged', () => {
    expect(freeSeat([seat('p1', 'a1')], 'a2', 'helper', () => true)).toBeNull()
  })

  it('are counted by the vote in which they were used', () => {
    expect(servedIn([seat('p1', 'a1'), seat('p2', 'a1'), seat('p3', 'a2')], 'a1')).toBe(2)
  })
})
