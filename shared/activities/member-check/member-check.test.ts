import { describe, expect, it } from 'vitest'
import { definition, Played, seat } from '../../../test/contracts/played-session.ts'
import { consoleView, phoneView, projectorView } from '../../session/views.ts'
import { mineView } from '../../session/mine-view.ts'
import { beginSession } from '../../session/state.ts'
import { AgendaItem } from '../index.ts'

/** One candidate from two lines of a discussion, and the check open. */
function checking(): Played {
  const played = new Played()
  const agenda = [
    { id: 'a1', title: '이야기', minutes: 60, kind: 'discuss', settings: {} },
    { id: 'a2', title: '이렇게 정리했습니다', minutes: 10, kind: 'memberCheck', settings: {} },
    { id: 'a3', title: '투표', minutes: 10, kind: 'vote', settings: {} },
  ].map((item) => AgendaItem.parse(item))
  played.state = beginSession({ ...definition, agenda })
  played.open('a1')
  const say = (n: number, text: string, quote: boolean) =>
    played.give({
      type: 'takeNote',
      activity: 'a1',
      question: null,
      note: `line-key-${n}`,
      speaker: '1',
      text,
      tone: 'neutral',
      quote,
      at: n,
    })
  say(1, '그냥 하는 말', false)
  say(2, '팔 데가 없어요', true)
  played.give({
    type: 'proposeIssue',
    text: '상설 판매장',
    detail: '',
    theme: null,
    notes: ['n1', 'n2'],
  })
  played.close('a1')
  played.open('a2')
  return played
}
const check = (played: Played, n: number, answer: 'right' | 'partly' | 'wrong', correction = '') =>
  played.give({ type: 'checkIssue', activity: 'a2', issue: 'i1', answer, correction }, seat(n))

describe('the member check', () => {
  it('[CHECK-1] a phone sees each candidate with the words that it grew from, never who said them', () => {
    const { state } = checking()
    const { step } = phoneView(state)
    expect(step).toMatchObject({ candidates: [{ id: 'i1', title: '상설 판매장', quotes: ['팔 데가 없어요'] }] })
    expect(JSON.stringify(step)).not.toMatch(/speaker|author/)
  })

  it('[CHECK-2] the last answer of a seat counts, and only its own phone is told it', () => {
    const played = checking()
    expect(check(played, 1, 'wrong', '그게 아니에요')).toBe('done')
    expect(check(played, 1, 'partly', '  매달 여는 장터로  ')).toBe('done')
    expect(check(played, 1, 'partly', '매달 여는 장터로')).toBe('nothing new')
    expect(check(played, 2, 'right', '고칠 것이 없으면 버려요')).toBe('done')
    expect(mineView(played.state, 'p1').checks).toEqual([
      { issue: 'i1', answer: 'partly', correction: '매달 여는 장터로' },
    ])
    expect(consoleView(played.state, '').analysis.candidates).toMatchObject([
      { issue: 'i1', right: 1, partly: 1, wrong: 0, corrections: ['매달 여는 장터로'] },
    ])
    expect(JSON.stringify(projectorView(played.state, ''))).not.toContain('매달 여는 장터로')
  })

  it('[CHECK-3] the hall is told a verdict only when the check is over', () => {
    const played = checking()
    for (const n of [1, 2, 3]) check(played, n, 'right')
    check(played, 4, 'wrong')
    expect(projectorView(played.state, '').step).toMatchObject({ people: 4, candidates: [{ isConfirmed: null }] })
    played.close('a2')
    expect(projectorView(played.state, '').step).toMatchObject({ candidates: [{ isConfirmed: true }] })
    expect(check(played, 5, 'right')).toBe('activity_not_open')
  })

  it('[CHECK-4] what was said goes with the candidate into the vote', () => {
    const played = checking()
    played.close('a2')
    played.open('a3')
    const vote = played.vote()
    expect(vote.phase === 'open' && vote.candidates).toMatchObject([{ id: 'i1', quotes: ['팔 데가 없어요'] }])
  })
})
