import { describe, expect, it } from 'vitest'
import { noCoding } from '../coding/code.ts'
import type { Actor, Material } from '../material.ts'
import type { WordsActivity } from './activity.ts'
import type { WordsCommand } from './commands.ts'
import { cloudOf } from './cloud.ts'
import { words } from './index.ts'
import { responsesOf } from './response.ts'

const nothingSaid = { notes: {}, privateNotes: {}, coding: noCoding, checks: {} }

const seat = (n: number): Actor => ({ role: 'participant', seat: `p${n}` })
const console_: Actor = { role: 'facilitator', id: 'account:1', name: '진행자' }

/** A question that is open, and what is done with it. */
function question(settings: object = {}) {
  const prepared = words.begin({ id: 'a1', title: '떠오르는 낱말은?', minutes: 5 }, settings)
  let activity: WordsActivity = { ...prepared, phase: 'open' }
  let material: Material = {
    fields: [],
    groups: [],
    boardNews: null,
    issues: {},
    nextIssue: 1,
    undo: [],
    ...nothingSaid,
  }
  const act = (command: WordsCommand, actor: Actor): string => {
    const decided = words.decide(command, [activity], material, { actor, at: 0, mayOpenVote: true })
    if (!decided.ok) return decided.refusal
    material = decided.value.reduce((now, fact) => words.apply(fact, now), material)
    return 'ok'
  }
  return {
    act,
    say: (text: string, n = 1) => act({ type: 'submitResponse', activity: 'a1', text }, seat(n)),
    close: () => (activity = { ...activity, phase: 'closed' }),
    hall: () => words.hall(activity, material),
    phone: () => words.phone(activity, material),
    mine: (n: number) => responsesOf(material.responses, `p${n}`),
    cloud: () => cloudOf(Object.values(material.responses ?? {})),
  }
}

describe('an open question', () => {
  it('[WORDS-9] keeps an answer with a number of somebody from the hall until it is mended, and takes no resident number', () => {
    const { say, act, hall, mine } = question({ reveal: 'live' })
    expect(say('판로 010-1234-5678')).toBe('ok')
    expect(JSON.stringify(hall())).not.toContain('판로')
    expect(mine(1)).toMatchObject([{ hidden: 'personalData' }])
    expect(act({ type: 'reviseResponse', response: 'r1', text: '판로' }, seat(1))).toBe('ok')
    expect(mine(1)).toMatchObject([{ hidden: null }])
    expect(JSON.stringify(hall())).toContain('판로')
    expect(say('900101-1234567')).toBe('personal_data')
  })

  it('[WORDS-1] takes so many answers from one person, and one more for each that is withdrawn', () => {
    const { say, act } = question({ perPerson: 2 })
    expect([say('하나'), say('둘'), say('셋')]).toEqual(['ok', 'ok', 'too_many_responses'])
    expect(act({ type: 'withdrawResponse', response: 'r1' }, seat(1))).toBe('ok')
    expect(say('셋')).toBe('ok')
    expect(say('  ', 2)).toBe('text_empty')
    for (const text of ['가', '나', '다']) {
      expect(act({ type: 'submitResponse', activity: 'a1', text }, console_)).toBe('ok')
    }
  })

  it('[WORDS-2] lets only the author change an answer, and only while it is open', () => {
    const { say, act, close, mine } = question()
    say('판로')
    expect(act({ type: 'reviseResponse', response: 'r1', text: '내 것' }, seat(2))).toBe('not_your_response')
    expect(act({ type: 'withdrawResponse', response: 'r1' }, seat(2))).toBe('not_your_response')
    expect(act({ type: 'reviseResponse', response: 'r1', text: '판로 개척' }, seat(1))).toBe('ok')
    expect(act({ type: 'reviseResponse', response: 'r9', text: '?' }, seat(1))).toBe('response_not_found')
    expect(mine(1)).toEqual([{ id: 'r1', activity: 'a1', text: '판로 개척', hidden: null }])
    close()
    expect(act({ type: 'withdrawResponse', response: 'r1' }, seat(1))).toBe('activity_not_open')
    expect(say('늦은 답', 3)).toBe('activity_not_open')
  })

  it('[WORDS-3] hides an answer from all but its author, with the reason, and shows it again', () => {
    const { say, act, close, hall, mine } = question({ show: 'cards' })
    say('욕설')
    say('돌봄', 2)
    act({ type: 'hideResponse', response: 'r1', reason: 'abusive' }, console_)
    close()
    expect(hall().cards).toEqual([{ id: 'r2', text: '돌봄' }])
    expect(hall().collected).toBe(1)
    expect(mine(1)).toMatchObject([{ hidden: 'abusive' }])
    act({ type: 'showResponse', response: 'r1' }, console_)
    expect(hall().cards).toHaveLength(2)
  })

  it('[WORDS-4] shows nothing before the close when all write alone first', () => {
    const together = question({ reveal: 'together' })
    together.say('일자리')
    for (const step of [together.hall(), together.phone()]) expect(JSON.stringify(step)).not.toContain('일자리')
    expect(together.hall().collected).toBe(1)
    together.close()
    expect(together.phone().words).toEqual([{ word: '일자리', people: 1 }])
    const live = question({ reveal: 'live' })
    live.say('일자리')
    expect(live.hall().words).toHaveLength(1)
    expect(live.phone().words).toEqual([])
  })

  it('[WORDS-5] counts people, and joins what somebody else writes as one word', () => {
    const { say, cloud } = question({ perPerson: 3 })
    for (const text of ['홍보', '홍보, 홍보!', '홍보가 부족해요']) say(text)
    say('홍보', 2)
    say('골목 축제', 3)
    say('골목축제를 열어요', 4)
    expect(cloud()).toEqual([
      { word: '골목축제', people: 2 },
      { word: '홍보', people: 2 },
      { word: '부족', people: 1 },
    ])
  })
})
