import { describe, expect, it } from 'vitest'
import { facilitator, Played, seat } from '../../../test/contracts/played-session.ts'
import { nextStep } from '../../session/next-step.ts'
import { consoleView, phoneView, projectorView } from '../../session/views.ts'
import { mineView } from '../../session/mine-view.ts'
import type { Actor, IssueStatus, HideReason } from '../material.ts'

const other: Actor = { role: 'facilitator', id: 'link:2', name: '보조 진행자' }

function opened(settings: Record<string, unknown>): Played {
  const played = new Played()
  played.give({
    type: 'configureActivity',
    activity: 'a1',
    title: '의제 수집',
    settings: { perPerson: 5, ...settings },
  })
  expect(played.open('a1')).toBe('done')
  return played
}
const moderate = (
  played: Played,
  [issue, edits]: [string, number],
  [saw, to]: [IssueStatus, IssueStatus],
  reason: HideReason | null = null,
  actor = facilitator,
) => played.give({ type: 'moderateIssues', issues: [{ issue, edits }], saw, to, reason }, actor)
const titles = (played: Played): string[] => {
  const { step } = projectorView(played.state, '')
  return step?.kind === 'collect' || step?.kind === 'group' ? step.cards.map(({ title }) => title) : []
}
const revise = (played: Played, n: number, issue: string, text: string) =>
  played.give({ type: 'reviseIssue', issue, text, detail: '', fieldId: null }, seat(n))

describe('the form', () => {
  const form = [
    { id: 'what', label: '문제', required: true, kind: 'text' },
    { id: 'who', label: '누가 겪나요', required: true, kind: 'line' },
    { id: 'wish', label: '바라는 점', required: false, kind: 'text' },
  ]
  const write = (played: Played, answers: Record<string, string>) =>
    played.give(
      { type: 'submitIssue', activity: 'a1', text: '팔 곳이 없다', detail: '', fieldId: null, answers },
      seat(1),
    )

  it('[COLLECT-1] keeps each further answer with its question, and asks for those that must be there', () => {
    const played = opened({ form })
    expect(write(played, {})).toBe('answer_missing')
    expect(write(played, { who: '상인', stranger: 'x' })).toBe('malformed')
    expect(write(played, { who: ' 상인 ', wish: '' })).toBe('done')
    expect(mineView(played.state, 'p1').issues[0]?.parts).toEqual([
      { field: 'who', label: '누가 겪나요', text: '상인' },
    ])
    expect(consoleView(played.state, '').issues[0]).toMatchObject({
      title: '팔 곳이 없다',
      detail: '누가 겪나요: 상인',
    })
  })

  it('[COLLECT-1] a session of the release before, whose facts know nothing of all this, reads as it was', () => {
    const played = new Played()
    const [activity] = played.state.activities
    played.happen({
      type: 'activityOpened',
      activity: { ...activity!, phase: 'open', settings: { askDetail: true, askField: false, perPerson: 2 } } as never,
    })
    played.write(1, '상설 매장')
    played.happen({ type: 'issueRevised', issue: 'i1', text: '상설 매장!', detail: '왜냐하면', fieldId: null })
    expect(titles(played)).toEqual(['상설 매장!'])
    expect(phoneView(played.state).step).toMatchObject({ form: [], isKept: false, askDetail: true })
  })
})

describe('written alone, revealed together', () => {
  it('[COLLECT-2] until the reveal the room knows a number and no word', () => {
    const played = opened({ reveal: 'together' })
    played.write(1, '상설 매장이 필요합니다')
    played.write(2, '모일 공간이 없습니다')
    for (const view of [phoneView(played.state), projectorView(played.state, '')]) {
      expect(view.step).toMatchObject({ isKept: true, written: 2 })
      expect(JSON.stringify(view)).not.toMatch(/매장|공간/)
    }
    expect(consoleView(played.state, '').issues.map(({ text }) => text)).toHaveLength(2)
    expect(played.give({ type: 'supportIssue', issue: 'i1' }, seat(2))).toBe('issue_not_found')
    played.close('a1')
    expect(nextStep(played.state)).toEqual({ does: 'revealIssues', activity: 'a1' })
    expect(played.give({ type: 'revealIssues', activity: 'a1' })).toBe('done')
    expect(played.give({ type: 'revealIssues', activity: 'a1' })).toBe('nothing new')
    expect(titles(played)).toHaveLength(2)
    expect(nextStep(played.state)).toEqual({ does: 'openActivity', activity: 'a2' })
  })

  it('[COLLECT-2] whoever goes on without the reveal has had it', () => {
    const played = opened({ reveal: 'together' })
    played.write(1, '상설 매장이 필요합니다')
    played.close('a1')
    expect(played.open('a3')).toBe('done')
    expect(played.vote()).toMatchObject({ phase: 'open', candidates: [{ id: 'i1' }] })
  })
})

describe('me too', () => {
  it('[COLLECT-3] counts a seat once, through a merge, and goes with the issue into the vote', () => {
    const played = opened({})
    played.write(1, '상설 매장이 필요합니다')
    played.write(2, '팔 데가 없어요')
    const support = (n: number, issue: string) => played.give({ type: 'supportIssue', issue }, seat(n))
    expect(support(1, 'i1')).toBe('own_issue')
    expect(played.give({ type: 'supportIssue', issue: 'i1' })).toBe('forbidden')
    for (const n of [3, 4]) expect(support(n, 'i1')).toBe('done')
    expect(support(3, 'i1')).toBe('nothing new')
    for (const n of [1, 4, 5]) expect(support(n, 'i2')).toBe('done')
    expect(mineView(played.state, 'p4').supports.map(({ id }) => id)).toEqual(['i1', 'i2'])
    expect(played.give({ type: 'withdrawSupport', issue: 'i2' }, seat(5))).toBe('done')
    played.close('a1')
    expect(support(6, 'i1')).toBe('activity_not_open')
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })
    const { step } = projectorView(played.state, '')
    expect(step).toMatchObject({ cards: [{ id: 'i1', merged: 1, supports: 2 }] })
    expect(JSON.stringify(projectorView(played.state, ''))).not.toMatch(/"p\d"/)
    played.open('a3')
    played.close('a3')
    played.seal({ i1: 1 })
    expect(played.vote()).toMatchObject({ candidates: [{ id: 'i1', supports: 2 }] })
  })
})

describe('moderating', () => {
  it('[COLLECT-4] two at once: the first decides, the second hears it and sees the new state', () => {
    const played = opened({ moderation: 'approveFirst' })
    played.write(1, '상설 매장이 필요합니다')
    expect(titles(played)).toEqual([])
    expect(moderate(played, ['i1', 0], ['waiting', 'returned'])).toBe('reason_required')
    expect(moderate(played, ['i1', 0], ['waiting', 'shown'])).toBe('done')
    expect(moderate(played, ['i1', 0], ['waiting', 'shown'], null, other)).toBe('nothing new')
    expect(moderate(played, ['i1', 0], ['waiting', 'hidden'], 'offTopic', other)).toBe('already_moderated')
    expect(titles(played)).toHaveLength(1)
    expect(moderate(played, ['i1', 0], ['shown', 'hidden'], 'offTopic', other)).toBe('done')
    expect(titles(played)).toEqual([])
    expect(moderate(played, ['i1', 0], ['hidden', 'waiting'])).toBe('done')
    expect(consoleView(played.state, '').issues[0]).toMatchObject({ status: 'waiting', hidden: null })
  })

  it('[COLLECT-4] nobody lets through words that he has not read', () => {
    const played = opened({ moderation: 'approveFirst' })
    played.write(1, '상설 매장이 필요합니다')
    revise(played, 1, 'i1', '다른 말')
    expect(moderate(played, ['i1', 0], ['waiting', 'shown'])).toBe('issue_changed')
    expect(moderate(played, ['i1', 1], ['waiting', 'shown'])).toBe('done')
    revise(played, 1, 'i1', '또 다른 말')
    expect(titles(played)).toEqual([])
  })

  it('[COLLECT-4] of many those that are free are let through', () => {
    const played = opened({ moderation: 'approveFirst' })
    for (const n of [1, 2, 3]) played.write(n, `의제 ${n}`)
    moderate(played, ['i2', 0], ['waiting', 'hidden'], 'abusive', other)
    const issues = ['i1', 'i2', 'i3'].map((issue) => ({ issue, edits: 0 }))
    expect(played.give({ type: 'moderateIssues', issues, saw: 'waiting', to: 'shown', reason: null })).toBe('done')
    expect(titles(played)).toEqual(['의제 3', '의제 1'])
  })

  it('[COLLECT-5] personal data waits also where everything is shown at once; a registration number is not taken', () => {
    const played = opened({})
    expect(played.write(1, '900101-1234567 홍길동')).toBe('personal_data')
    expect(played.write(1, '연락처 010-1234-5678')).toBe('done')
    expect(titles(played)).toEqual([])
    expect(consoleView(played.state, '').issues[0]).toMatchObject({ status: 'waiting', personal: ['phone'] })
    expect(played.write(2, '예산 1,000,000원')).toBe('done')
    expect(titles(played)).toEqual(['예산 1,000,000원'])
  })

  it('[COLLECT-6] what was returned says why, and waits again once it is mended', () => {
    const played = opened({})
    played.write(1, '뭔가')
    expect(moderate(played, ['i1', 0], ['shown', 'returned'], 'unclear')).toBe('done')
    expect(titles(played)).toEqual([])
    expect(mineView(played.state, 'p1').issues[0]).toMatchObject({ status: 'returned', hidden: 'unclear' })
    expect(revise(played, 1, 'i1', '공동 판매장을 만들어요')).toBe('done')
    expect(mineView(played.state, 'p1').issues[0]).toMatchObject({ status: 'waiting', hidden: null })
    expect(moderate(played, ['i1', 1], ['waiting', 'shown'])).toBe('done')
    expect(titles(played)).toEqual(['공동 판매장을 만들어요'])
  })

  it('[COLLECT-7] who decided what is on record, and no author', () => {
    const played = opened({ moderation: 'approveFirst' })
    played.write(1, '상설 매장')
    moderate(played, ['i1', 0], ['waiting', 'shown'])
    moderate(played, ['i1', 0], ['shown', 'hidden'], 'offTopic', other)
    const { moderation } = consoleView(played.state, '')
    expect(moderation.map(({ by, before, after, reason }) => [by, before, after, reason])).toEqual([
      ['보조 진행자', 'shown', 'hidden', 'offTopic'],
      ['진행자', 'waiting', 'shown', null],
    ])
    expect(JSON.stringify(moderation)).not.toMatch(/author|"p1"/)
  })
})
