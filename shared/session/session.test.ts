import { describe, expect, it } from 'vitest'
import { AT, collected, definition, Played, seat } from '../../test/contracts/played-session.ts'
import { nextStep } from './next-step.ts'
import { applyFact, beginSession, currentActivity, type Fact } from './state.ts'
import { mineView } from './mine-view.ts'
import { phoneView, projectorView } from './views.ts'

describe('a whole session', () => {
  it('[SESSION-1] goes from the lobby to the reveal, one obvious step after the other', () => {
    const played = new Played()
    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a1' })
    expect(played.open('a1')).toBe('done')
    expect(played.state.life).toBe('running')
    expect(played.write(1, '상설 매장이 필요합니다')).toBe('done')
    expect(played.write(2, '팔 데가 없어요')).toBe('done')
    expect(nextStep(played.state)).toEqual({ does: 'closeActivity', activity: 'a1' })
    played.close('a1')

    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a2' })
    played.open('a2')
    expect(played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })).toBe('done')
    played.close('a2')

    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a3' })
    played.open('a3')
    played.close('a3')
    expect(nextStep(played.state)).toEqual({ does: 'wait' })
    played.seal({ i1: 1 })
    expect(nextStep(played.state)).toEqual({ does: 'revealResult', activity: 'a3' })
    expect(played.give({ type: 'revealResult', activity: 'a3' })).toBe('done')
    played.happen({ type: 'resultFiled', activity: 'a3' })
    expect(played.vote()).toMatchObject({ phase: 'revealed', filed: true })

    expect(nextStep(played.state)).toEqual({ does: 'closeSession' })
    expect(played.give({ type: 'closeSession' })).toBe('done')
    expect(nextStep(played.state)).toEqual({ does: 'nothing' })
    expect(played.state).toMatchObject({ life: 'closed', joiningOpen: false })
  })

  it('[SESSION-2] is the fold of its facts, also after they have been written down and read again', () => {
    const played = collected()
    const again = (JSON.parse(JSON.stringify(played.facts)) as Fact[]).reduce(applyFact, beginSession(definition))
    expect(again).toEqual(played.state)
    expect(again.revision).toBe(played.facts.length)
  })

  it('[SESSION-3] a step that is taken twice is taken once', () => {
    const played = collected()
    expect(played.close('a1')).toBe('nothing new')
    played.open('a3')
    expect(played.open('a3')).toBe('nothing new')
    played.close('a3')
    played.seal({ i1: 1 })
    played.give({ type: 'revealResult', activity: 'a3' })
    expect(played.give({ type: 'revealResult', activity: 'a3' })).toBe('nothing new')
  })
})

describe('forbidden edges', () => {
  it('[SESSION-4] one activity at a time, only those of the agenda, and nothing closes that was never open', () => {
    const played = new Played()
    expect(played.close('a1')).toBe('activity_not_open')
    expect(played.open('a9')).toBe('activity_not_found')
    played.open('a1')
    expect(played.open('a2')).toBe('another_activity_open')
  })

  it('[SESSION-5] a vote opens once, needs issues, is revealed only when sealed, and stands before the end', () => {
    const empty = new Played()
    expect(empty.open('a3')).toBe('no_candidates')

    const played = collected()
    expect(played.give({ type: 'revealResult', activity: 'a3' })).toBe('vote_not_sealed')
    played.open('a3')
    expect(played.give({ type: 'closeSession' })).toBe('vote_not_revealed')
    played.close('a3')
    expect(played.open('a3')).toBe('vote_closed')
    expect(played.give({ type: 'revealResult', activity: 'a3' })).toBe('vote_not_sealed')
    expect(played.give({ type: 'closeSession' })).toBe('vote_not_revealed')
    played.seal()
    expect(played.give({ type: 'closeSession' })).toBe('vote_not_revealed')
  })

  it('[SESSION-6] after the end nothing is decided any more', () => {
    const played = collected()
    played.give({ type: 'closeSession' })
    for (const command of [
      { type: 'openActivity', activity: 'a1' },
      { type: 'undo' },
      { type: 'setTimer', seconds: 60 },
      { type: 'closeSession' },
    ] as const) {
      expect(played.give(command)).toBe('session_not_live')
    }
  })

  it('closing the session closes what is open', () => {
    const played = new Played()
    played.open('a1')
    expect(played.give({ type: 'closeSession' })).toBe('done')
    expect(played.state.activities[0]?.phase).toBe('closed')
  })

  it('[COLLECT-1] issues come only while they are collected, so many from each, and are one’s own', () => {
    const played = new Played()
    expect(played.write(1, '너무 이르다')).toBe('activity_not_open')
    played.open('a1')
    expect([played.write(1, '하나'), played.write(1, '둘'), played.write(1, '셋')]).toEqual([
      'done',
      'done',
      'too_many_issues',
    ])
    expect(played.give({ type: 'withdrawIssue', issue: 'i1' }, seat(2))).toBe('not_your_issue')
    expect(played.give({ type: 'withdrawIssue', issue: 'i1' }, seat(1))).toBe('done')
    expect(played.give({ type: 'withdrawIssue', issue: 'i1' }, seat(1))).toBe('issue_not_found')
    expect(played.write(1, '셋')).toBe('done')
    expect(played.write(2, '\u3164')).toBe('text_empty')
    expect(played.write(2, '가\u202e나')).toBe('text_unsafe')
    const foreign = { type: 'submitIssue', activity: 'a1', text: 'x', detail: '', fieldId: definition.planId } as const
    expect(played.give(foreign, seat(3))).toBe('unknown_field')
  })

  it('[COLLECT-2] a facilitator writes down for others what they say, as often as they say it', () => {
    const played = new Played()
    played.open('a1')
    for (const text of ['하나', '둘', '셋']) {
      const command = { type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null } as const
      expect(played.give(command)).toBe('done')
    }
  })
})

describe('around the activities', () => {
  it('a timer informs, and goes when something is opened or closed', () => {
    const played = new Played()
    played.open('a1')
    played.give({ type: 'setTimer', seconds: 90 })
    expect(phoneView(played.state).timerEndsAt).toBe(AT + 90_000)
    played.close('a1')
    expect(played.state.timerEndsAt).toBeNull()
    expect(currentActivity(played.state)?.id).toBe('a1')
  })

  it('joining is locked and opened, help is asked for by a seat and given to all', () => {
    const played = new Played()
    expect(played.give({ type: 'setJoining', open: true })).toBe('nothing new')
    expect(played.give({ type: 'setJoining', open: false })).toBe('done')
    expect(projectorView(played.state, '').joiningOpen).toBe(false)
    expect(played.give({ type: 'askForHelp', wanted: true }, seat(7))).toBe('done')
    expect(played.give({ type: 'askForHelp', wanted: true }, seat(7))).toBe('nothing new')
    expect(mineView(played.state, 'p7').askedForHelp).toBe(true)
    expect(played.give({ type: 'askForHelp', wanted: true })).toBe('forbidden')
    expect(played.give({ type: 'clearHelp' })).toBe('done')
    expect(played.give({ type: 'clearHelp' })).toBe('nothing new')
  })
})
