import { describe, expect, it } from 'vitest'
import { AT, collected, definition, facilitator, Played, seat } from '../../test/contracts/played-session.ts'
import { checkBallot } from '../activities/vote/index.ts'
import type { VoteActivity } from '../activities/vote/activity.ts'
import { delphi, DelphiParameters } from '../methods/delphi/index.ts'
import { nextStep } from './next-step.ts'
import { previewOf } from './preview.ts'
import { applyFact, beginSession, type Fact } from './state.ts'
import { consoleView, phoneView, projectorView } from './views.ts'
import { mineView } from './mine-view.ts'

const ids = (played: Played) => played.state.activities.map(({ id }) => id)
const poll = {
  kind: 'vote' as const,
  title: '간단 설문',
  minutes: 5,
  settings: { method: 'approval', subject: { of: 'options', options: ['좋다', '싫다'] } },
}
const hall = { publicUrl: '', at: AT }
const kim = { role: 'facilitator', id: 'link:1', name: '김○○' } as const

/** The vote a3 is revealed: i2 and i3 share the second place. */
function revealed(): Played {
  const played = collected()
  played.give({
    type: 'configureActivity',
    activity: 'a3',
    title: '우선과제 투표',
    settings: { parameters: { perVoter: 2 }, topK: 2, tieRule: 'run-off' },
  })
  played.open('a3')
  played.close('a3')
  played.seal({ i1: 1, i2: 1 }, { i1: 1, i3: 1 })
  played.give({ type: 'revealResult', activity: 'a3' })
  return played
}

describe('the run of show', () => {
  it('[SHOW-1] writes down when an activity was opened first and closed last, and reads facts without times', () => {
    const played = new Played()
    played.give({ type: 'openActivity', activity: 'a1' }, facilitator, AT)
    played.give({ type: 'closeActivity', activity: 'a1' }, facilitator, AT + 60_000)
    played.give({ type: 'openActivity', activity: 'a1' }, facilitator, AT + 90_000)
    played.give({ type: 'closeActivity', activity: 'a1' }, facilitator, AT + 120_000)
    const { agenda } = consoleView(played.state, '')
    expect(agenda[0]).toMatchObject({ openedAt: AT, closedAt: AT + 120_000 })
    expect(agenda[1]).toMatchObject({ openedAt: null, closedAt: null })
    const old = played.facts.map(({ staff: _staff, at: _at, ...fact }) => fact as Fact)
    const read = old.reduce(applyFact, beginSession(definition))
    expect(consoleView(read, '').agenda[0]).toMatchObject({ phase: 'closed', openedAt: null, closedAt: null })
  })

  it('[SHOW-2] moves, times, removes and restores only what has not been opened', () => {
    const played = new Played()
    played.open('a1')
    expect(played.give({ type: 'moveActivity', activity: 'a3', after: 'a1' })).toBe('done')
    expect(ids(played)).toEqual(['a1', 'a3', 'a2'])
    expect(played.give({ type: 'moveActivity', activity: 'a3', after: 'a1' })).toBe('nothing new')
    expect(played.give({ type: 'moveActivity', activity: 'a1', after: 'a3' })).toBe('activity_not_prepared')
    expect(played.give({ type: 'moveActivity', activity: 'a3', after: 'a9' })).toBe('activity_not_found')
    expect(played.give({ type: 'removeActivity', activity: 'a1' })).toBe('activity_not_prepared')

    const before = played.state.activities
    expect(played.give({ type: 'removeActivity', activity: 'a3' })).toBe('done')
    expect(played.give({ type: 'removeActivity', activity: 'a3' })).toBe('nothing new')
    expect(ids(played)).toEqual(['a1', 'a2'])
    expect(played.give({ type: 'restoreActivity', activity: 'a3' })).toBe('done')
    expect(played.state.activities).toEqual(before)
    expect(played.give({ type: 'restoreActivity', activity: 'a3' })).toBe('nothing new')

    const timed = { type: 'configureActivity', activity: 'a2', title: '의제 묶기', settings: {}, minutes: 25 } as const
    expect(played.give(timed)).toBe('done')
    expect(played.state.activities.find(({ id }) => id === 'a2')?.minutes).toBe(25)
    played.close('a1')
    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a3' })
  })

  it('[SHOW-2] an entry whose neighbour is gone comes back behind the present one', () => {
    const played = new Played()
    played.open('a1')
    played.give({ type: 'removeActivity', activity: 'a3' })
    played.give({ type: 'removeActivity', activity: 'a2' })
    expect(played.give({ type: 'restoreActivity', activity: 'a3' })).toBe('done')
    expect(ids(played)).toEqual(['a1', 'a3'])
  })

  it('[SHOW-3] adds an entry with an id that was never there, checked by its kind, and not without end', () => {
    const played = new Played()
    played.give({ type: 'removeActivity', activity: 'a3' })
    expect(played.give({ type: 'addActivity', after: 'a1', item: poll })).toBe('done')
    expect(ids(played)).toEqual(['a1', 'a4', 'a2'])
    expect(played.give({ type: 'addActivity', after: null, item: { ...poll, settings: { surprise: 1 } } })).toBe(
      'malformed',
    )
    expect(played.give({ type: 'addActivity', after: 'a3', item: poll })).toBe('activity_not_found')
    while (played.state.activities.length < 30) played.give({ type: 'addActivity', after: null, item: poll })
    expect(played.give({ type: 'addActivity', after: null, item: poll })).toBe('too_many_activities')
    expect(new Set(ids(played)).size).toBe(30)
  })

  it('[SHOW-4] a break lies over the phones and closes nothing; opening and revealing end it', () => {
    const played = new Played()
    played.open('a1')
    expect(played.give({ type: 'setAttention', to: 'break', minutes: 10 })).toBe('done')
    for (const view of [phoneView(played.state), projectorView(played.state, '')]) {
      expect(view).toMatchObject({ attention: { to: 'break', endsAt: AT + 600_000 }, step: { phase: 'open' } })
    }
    expect(played.write(1, '보내던 글')).toBe('done')
    expect(played.give({ type: 'setAttention', to: 'screen' })).toBe('done')
    expect(played.give({ type: 'setAttention', to: 'screen' })).toBe('nothing new')
    expect(played.give({ type: 'setAttention', to: null })).toBe('done')
    expect(played.give({ type: 'setAttention', to: null })).toBe('nothing new')
    played.give({ type: 'setAttention', to: 'screen' })
    played.close('a1')
    expect(played.state.attention).not.toBeNull()
    played.open('a3')
    expect(played.state.attention).toBeNull()
    played.close('a3')
    played.seal({ i1: 1 })
    played.give({ type: 'setAttention', to: 'break', minutes: 5 })
    played.give({ type: 'revealResult', activity: 'a3' })
    expect(phoneView(played.state).attention).toBeNull()
  })

  it('[SHOW-4] a break of the running order lies over the phones as long as it is planned, and ends with it', () => {
    const played = new Played()
    const item = { kind: 'break' as const, title: '휴식', minutes: 10, settings: {} }
    played.give({ type: 'addActivity', after: null, item })
    const preview = previewOf(played.state, 'a4', hall)
    expect(preview.ok && preview.value.phone.attention).toEqual({ to: 'break', endsAt: AT + 600_000 })
    played.open('a4')
    expect(phoneView(played.state).attention).toEqual({ to: 'break', endsAt: AT + 600_000 })
    played.close('a4')
    expect(phoneView(played.state).attention).toBeNull()
  })

  it('[SHOW-6] tells the consoles who did what last, never a resident, and nobody else', () => {
    const played = new Played()
    played.give({ type: 'openActivity', activity: 'a1' }, kim)
    const { lastAct } = consoleView(played.state, '')
    expect(lastAct).toMatchObject({ by: { id: 'link:1', name: '김○○' }, act: 'opened', title: '의제 수집' })
    played.write(1, '팔 데가 없어요')
    played.give({ type: 'askForHelp', wanted: true }, seat(2))
    expect(consoleView(played.state, '').lastAct).toEqual(lastAct)
    expect(played.facts.filter(({ staff }) => staff).map(({ type }) => type)).toEqual(['activityOpened'])
    expect(played.facts.filter(({ at }) => at === undefined).map(({ type }) => type)).toEqual([
      'sessionStarted',
      'issueSubmitted',
      'helpAsked',
    ])
    for (const view of [phoneView(played.state), projectorView(played.state, '')]) {
      expect(JSON.stringify(view)).not.toContain('김○○')
    }
    played.give({ type: 'removeActivity', activity: 'a2' }, kim)
    expect(consoleView(played.state, '').lastAct).toMatchObject({ act: 'removed', title: '의제 묶기' })
  })

  it('[SHOW-7] a preview is what opening shows, also while something else is open, and changes nothing', () => {
    const played = collected()
    played.open('a2')
    const before = played.state
    const preview = previewOf(played.state, 'a3', hall)
    expect(played.state).toBe(before)
    played.close('a2')
    played.open('a3')
    expect(preview.ok && preview.value.phone.step).toEqual(phoneView(played.state).step)
    expect(preview.ok && preview.value.projector.step).toEqual(projectorView(played.state, '').step)
    const refusal = (id: string, state = played.state) => {
      const outcome = previewOf(state, id, hall)
      return outcome.ok ? 'shown' : outcome.refusal
    }
    expect([refusal('a3'), refusal('a9'), refusal('a3', new Played().state)]).toEqual([
      'activity_not_prepared',
      'activity_not_found',
      'no_candidates',
    ])
  })

  it('[SHOW-9] those who were helped by mistake wait again, with those who have asked since', () => {
    const played = new Played()
    for (const n of [1, 2]) played.give({ type: 'askForHelp', wanted: true }, seat(n))
    expect(played.give({ type: 'restoreHelp' })).toBe('nothing new')
    played.give({ type: 'clearHelp' })
    played.give({ type: 'askForHelp', wanted: true }, seat(3))
    expect(played.give({ type: 'restoreHelp' })).toBe('done')
    expect(played.state.help).toEqual(['p1', 'p2', 'p3'])
    expect(mineView(played.state, 'p1').askedForHelp).toBe(true)
    expect(played.give({ type: 'restoreHelp' })).toBe('nothing new')
  })
})

describe('a new round', () => {
  it('[SHOW-5] is a vote of its own with the same rule and candidates, and the next step; the old one stays', () => {
    const played = revealed()
    const old = played.vote()
    expect(played.give({ type: 'repeatVote', activity: 'a3', title: '우선과제 투표 (2차)' })).toBe('done')
    expect(played.vote()).toBe(old)
    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a4' })
    const { agenda } = consoleView(played.state, '')
    expect(agenda.find(({ id }) => id === 'a4')).toMatchObject({
      title: '우선과제 투표 (2차)',
      roundOf: 'a3',
      phase: 'prepared',
      settings: { ...old.settings, subject: { of: 'issues', only: ['i1', 'i2', 'i3', 'i4'] } },
    })
    const again = { type: 'configureActivity', activity: 'a4', title: '다시', settings: old.settings } as const
    expect(played.give(again)).toBe('done')
    expect(played.open('a4')).toBe('done')
    played.close('a4')
    expect(played.state.activities.find(({ id }) => id === 'a4')).toMatchObject({ roundOf: 'a3', phase: 'closed' })
  })

  it('[SHOW-5] a run-off is among some of the earlier candidates only', () => {
    const played = revealed()
    const runOff = { type: 'repeatVote' as const, activity: 'a3', title: '결선', only: ['i2', 'i3'], topK: 1 }
    expect(played.give({ ...runOff, only: ['i2', 'i9'] })).toBe('unknown_candidate')
    expect(played.give(runOff)).toBe('done')
    played.open('a4')
    const vote = played.state.activities.find(({ id }) => id === 'a4')
    expect(vote).toMatchObject({ settings: { topK: 1 }, candidates: [{ id: 'i2' }, { id: 'i3' }] })
  })

  it('[SHOW-5] of written answers keeps those that were chosen', () => {
    const played = new Played()
    played.give({ type: 'addActivity', after: null, item: poll })
    played.open('a4')
    expect(played.give({ type: 'repeatVote', activity: 'a4', title: '다시' })).toBe('vote_not_closed')
    played.close('a4')
    played.give({ type: 'repeatVote', activity: 'a4', title: '다시' })
    const round = played.state.activities.find(({ id }) => id === 'a5')
    expect(round?.settings).toMatchObject({ subject: { of: 'options', options: ['좋다', '싫다'] } })
    expect(played.give({ type: 'repeatVote', activity: 'a1', title: '다시' })).toBe('activity_not_found')
  })
})

describe('rounds of a panel', () => {
  const rules = DelphiParameters.parse({})
  const panel = {
    kind: 'vote' as const,
    title: '타당한가?',
    minutes: 5,
    settings: { method: 'delphi', subject: { of: 'options', options: ['상설 매장', '저녁 교육', '모일 공간'] } },
  }
  const next = { type: 'repeatVote' as const, activity: 'a4', title: '타당한가? (2차)', only: ['i1', 'i3'] }
  const vote = (played: Played, id: string) => played.state.activities.find((one) => one.id === id)

  /** The round a4 is sealed. */
  function sealed(): Played {
    const played = new Played()
    played.give({ type: 'addActivity', after: null, item: panel })
    played.open('a4')
    played.close('a4')
    const ballots = [2, 4, 5].map((i1) => ({ scores: { i1, i2: 5 }, weight: 1 }))
    const tally = delphi.tally(ballots, ['i1', 'i2', 'i3'], rules)
    played.happen({ type: 'voteSealed', activity: 'a4', checkIns: 3, digest: '0'.repeat(64), tally })
    return played
  }

  it('[SHOW-10] the next one opens once the round before is revealed, with its candidates, rule and figures', () => {
    const played = sealed()
    expect(played.give(next)).toBe('done')
    expect(played.open('a5')).toBe('vote_not_revealed')
    played.give({ type: 'revealResult', activity: 'a4' })
    const before = { i1: { n: 3, mean: 11 / 3, median: 4, q1: 3, q3: 4.5 } }
    expect(played.open('a5')).toBe('done')
    expect(vote(played, 'a5')).toMatchObject({
      roundOf: 'a4',
      settings: { after: 'a4', parameters: { ...rules, before } },
    })
    const { step } = phoneView(played.state)
    expect(step).toMatchObject({ after: 'a4', parameters: { before }, candidates: [{ id: 'i1' }, { id: 'i3' }] })
  })

  it('[SHOW-10] takes own scores of then only where there is a round before', () => {
    const played = sealed()
    const ballot = { scores: { i1: 4 }, before: { i1: 3 } }
    played.give({ type: 'revealResult', activity: 'a4' })
    played.give(next)
    played.open('a5')
    expect(checkBallot(vote(played, 'a5') as VoteActivity, ballot).ok).toBe(true)
    const first = new Played()
    first.give({ type: 'addActivity', after: null, item: panel })
    first.open('a4')
    expect(checkBallot(vote(first, 'a4') as VoteActivity, ballot)).toMatchObject({ refusal: 'malformed' })
  })

  it('[SHOW-10] shows no figures that somebody wrote into its settings', () => {
    const played = new Played()
    const made = { n: 9, mean: 5, median: 5, q1: 5, q3: 5 }
    const item = { ...panel, settings: { ...panel.settings, parameters: { before: { i1: made } } } }
    played.give({ type: 'addActivity', after: null, item })
    played.open('a4')
    expect(vote(played, 'a4')).not.toHaveProperty('settings.parameters.before')
  })
})
