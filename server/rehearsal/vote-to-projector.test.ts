import { describe, expect, it } from 'vitest'
import { voteToProjector } from './vote-to-projector.ts'

const ballot = (sentAt: number, ackedAt: number, activity = 'a1') => ({ activity, sentAt, ackedAt })
const turnout = (at: number, voted: number, activity = 'a1') => ({ activity, at, voted })

describe('voteToProjector', () => {
  it('measures to the first turnout that counts the ballot', () => {
    const turnouts = [turnout(0, 0), turnout(250, 1), turnout(500, 3)]
    expect(voteToProjector([ballot(100, 110), ballot(300, 305), ballot(301, 304)], turnouts)).toEqual([150, 199, 200])
  })

  it('does not count what had been voted before the first of these ballots', () => {
    expect(voteToProjector([ballot(100, 110)], [turnout(50, 7), turnout(120, 7), turnout(200, 8)])).toEqual([100])
  })

  it('leaves out a ballot that no turnout has counted', () => {
    expect(voteToProjector([ballot(100, 110), ballot(100, 120)], [turnout(200, 1)])).toEqual([100])
  })

  it('keeps two votes apart', () => {
    const turnouts = [turnout(20, 1), turnout(1_030, 1, 'a2')]
    expect(voteToProjector([ballot(0, 5), ballot(1_000, 1_005, 'a2')], turnouts)).toEqual([20, 30])
  })

  it('is empty without a projector or without ballots', () => {
    expect(voteToProjector([], [turnout(1, 1)])).toEqual([])
    expect(voteToProjector([ballot(1, 2)], [])).toEqual([])
  })
})
