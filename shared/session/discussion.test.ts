import { describe, expect, it } from 'vitest'
import { AgendaItem } from '../activities/index.ts'
import { speakingBalance } from '../activities/discuss/balance.ts'
import { usualGuide } from '../activities/discuss/guide.ts'
import type { Actor } from '../activities/material.ts'
import type { DecidedCommand } from './commands.ts'
import { decide } from './decide.ts'
import { transcript } from './discussion.ts'
import { applyFact, beginSession, type SessionState } from './state.ts'
import { consoleView, notesView, phoneView, projectorView } from './views.ts'
import { mineView } from './mine-view.ts'

const START = 1_800_000_000_000
const MINUTE = 60_000
const facilitator: Actor = { role: 'facilitator', id: 'account:1', name: '진행자' }
const noteTaker: Actor = { role: 'noteTaker', id: 'link:1', name: '기록자' }
const observer: Actor = { role: 'observer', id: 'link:2', name: '참관자' }
const seat = (id: string): Actor => ({ role: 'participant', seat: id })

const agenda: AgendaItem[] = [
  AgendaItem.parse({
    id: 'a1',
    kind: 'discuss',
    title: '현장의 어려움',
    minutes: 40,
    settings: {
      questions: [
        { id: 'q1', kind: 'opening', text: '소개해 주세요', prompts: [], minutes: 5 },
        { id: 'q2', kind: 'key', text: '무엇이 어려운가요?', prompts: ['예를 들면요?'], minutes: 20 },
        { id: 'q3', kind: 'key', text: '무엇부터 해야 하나요?', prompts: [], minutes: 15 },
      ],
    },
  }),
]

/** A session that takes commands one after the other, at a time of its own. */
class Talk {
  state: SessionState = beginSession({
    ...{ sessionId: '00000000-0000-4000-8000-000000000002', planId: '00000000-0000-4000-8000-000000000003' },
    ...{ planTitle: '계획', title: '집단 면접', heldAt: null, place: '', fields: [], agenda, expected: 8 },
    ...{ rehearsalOf: null, code: '123456', joinToken: 'abcdefghijklmnopqrstuv' },
  })

  give(command: DecidedCommand, actor: Actor = facilitator, at = START): string {
    const outcome = decide(this.state, command, { actor, at, mayOpenVote: true })
    if (!outcome.ok) return outcome.refusal
    this.state = outcome.value.reduce(applyFact, this.state)
    return `${outcome.value.length} facts`
  }
  open = () => this.give({ type: 'openActivity', activity: 'a1' })
  note(key: string, text: string, said: { at?: number; now?: number; speaker?: '1' | '2' | 'moderator' } = {}) {
    const { at = START, now = at, speaker = '1' } = said
    const line = { activity: 'a1', question: 'q1', note: key, speaker, text, tone: 'neutral', quote: false } as const
    return this.give({ type: 'takeNote', ...line, at }, noteTaker, now)
  }
  answer = (key: string, text: string, who: string) =>
    this.give({ type: 'answerQuestion', activity: 'a1', question: 'q1', note: key, text }, seat(who))
  lines = () => notesView(this.state).notes.map(({ text }) => text)
}
const talk = () => {
  const begun = new Talk()
  begun.open()
  return begun
}

describe('the guide', () => {
  it('[FGI-1] begins with its first question, and each question with its own time', () => {
    const { state } = talk()
    expect(projectorView(state, '').step).toMatchObject({ question: { id: 'q1', kind: 'opening', place: 1, of: 1 } })
    expect(state.timerEndsAt).toBe(START + 5 * MINUTE)
  })

  it('[FGI-1] goes on with the one next step, and closes behind the last question', () => {
    const begun = talk()
    expect(consoleView(begun.state, '').next).toEqual({ does: 'askQuestion', activity: 'a1', question: 'q2' })
    begun.give({ type: 'askQuestion', activity: 'a1', question: 'q2' }, facilitator, START + MINUTE)
    expect(begun.state.timerEndsAt).toBe(START + 21 * MINUTE)
    begun.give({ type: 'askQuestion', activity: 'a1', question: 'q3' })
    expect(phoneView(begun.state).step).toMatchObject({ question: { id: 'q3', place: 2, of: 2 } })
    expect(consoleView(begun.state, '').next).toEqual({ does: 'closeActivity', activity: 'a1' })
  })

  it('[FGI-1] opened again it goes on where it was', () => {
    const begun = talk()
    begun.give({ type: 'askQuestion', activity: 'a1', question: 'q2' })
    begun.give({ type: 'closeActivity', activity: 'a1' })
    begun.open()
    expect(consoleView(begun.state, '').discussion?.question).toBe('q2')
  })

  it.each([1, 7, 40, 61, 100, 180])('[FGI-9] shares %i minutes', (minutes) => {
    const times = usualGuide(minutes, ({ ko }) => ko).map((question) => question.minutes)
    expect(times.reduce((sum, time) => sum + time, 0)).toBe(Math.max(minutes, times.length))
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1)
  })
  it('[FGI-9] shares a hundred minutes as the books say', () => {
    expect(usualGuide(100, ({ ko }) => ko).map(({ minutes }) => minutes)).toEqual([5, 10, 15, 20, 20, 15, 15])
  })
})

describe('lines', () => {
  it('[FGI-2] count once, are changed, taken away and put back by their own key', () => {
    const begun = talk()
    expect(begun.note('note-key-1', '첫 말')).toBe('1 facts')
    expect(begun.note('note-key-1', '첫 말')).toBe('0 facts')
    expect(begun.lines()).toEqual(['첫 말'])
    begun.give({ type: 'reviseNote', note: 'note-key-1', text: '고친 말', tone: 'oppose' }, noteTaker)
    expect(notesView(begun.state).notes).toMatchObject([{ id: 'n1', text: '고친 말', tone: 'oppose', speaker: '1' }])
    begun.give({ type: 'removeNote', note: 'note-key-1' }, noteTaker)
    expect(begun.lines()).toEqual([])
    expect(begun.note('note-key-1', '첫 말')).toBe('0 facts')
    begun.give({ type: 'restoreNote', note: 'note-key-1' }, noteTaker)
    expect(begun.lines()).toEqual(['고친 말'])
  })

  it('[FGI-3] stand in the order of speech, and none is later than it arrived', () => {
    const begun = talk()
    const now = START + 3 * 60 * MINUTE
    begun.note('note-key-1', '셋', { at: START + 30, now })
    begun.note('note-key-2', '하나', { at: START - 99_999, now })
    begun.note('note-key-3', '둘', { at: START + 20, now })
    begun.note('note-key-4', '넷', { at: now + MINUTE, now })
    expect(begun.lines()).toEqual(['하나', '둘', '셋', '넷'])
    expect(notesView(begun.state).notes.map(({ at }) => at)).toEqual([START, START + 20, START + 30, now])
  })

  it('[FGI-4] are taken after the end of the discussion, not before its beginning', () => {
    const begun = new Talk()
    expect(begun.note('note-key-1', '이른 말')).toBe('activity_not_open')
    begun.open()
    begun.give({ type: 'closeActivity', activity: 'a1' })
    expect(begun.note('note-key-1', '늦은 말')).toBe('1 facts')
  })

  it('[FGI-5] are for console and notes; the hall sees one answer when it is shown, and no seat', () => {
    const begun = talk()
    begun.note('note-key-1', '적은 말')
    begun.answer('note-key-2', '휴대폰의 답', 'p7')
    for (const view of [phoneView(begun.state), projectorView(begun.state, '')]) {
      expect(JSON.stringify(view)).not.toMatch(/적은 말|휴대폰의 답/)
    }
    for (const view of [consoleView(begun.state, ''), notesView(begun.state)]) {
      expect(JSON.stringify(view)).toMatch(/적은 말.*휴대폰의 답/)
      expect(JSON.stringify(view)).not.toMatch(/"p7"/)
    }
    const show = (note: string | null) => begun.give({ type: 'showAnswer', activity: 'a1', note })
    expect(show('note-key-1')).toBe('note_not_found')
    show('note-key-2')
    expect(projectorView(begun.state, '').step).toMatchObject({ answer: { text: '휴대폰의 답' } })
    expect(JSON.stringify(phoneView(begun.state))).not.toMatch(/휴대폰의 답/)
    begun.give({ type: 'removeNote', note: 'note-key-2' })
    expect(projectorView(begun.state, '').step).toMatchObject({ answer: null })
  })

  it('[FGI-6] an answer is its author’s', () => {
    const begun = talk()
    begun.answer('note-key-1', '답', 'p7')
    const revise = (actor: Actor) => begun.give({ type: 'reviseNote', note: 'note-key-1', text: '고친 답' }, actor)
    expect(revise(seat('p8'))).toBe('note_not_found')
    expect(revise(noteTaker)).toBe('forbidden')
    expect(revise(seat('p7'))).toBe('1 facts')
    expect(mineView(begun.state, 'p7').answers).toEqual([
      { key: 'note-key-1', activity: 'a1', question: 'q1', text: '고친 답' },
    ])
    expect(mineView(begun.state, 'p8').answers).toEqual([])
    const restore = (actor: Actor) => begun.give({ type: 'restoreNote', note: 'note-key-1' }, actor)
    begun.give({ type: 'removeNote', note: 'note-key-1' })
    expect(restore(seat('p7'))).toBe('note_not_found')
    expect(restore(facilitator)).toBe('1 facts')
    begun.give({ type: 'removeNote', note: 'note-key-1' }, seat('p7'))
    expect(restore(seat('p7'))).toBe('1 facts')
    for (let n = 2; n <= 5; n += 1) begun.answer(`note-key-${n}`, '답', 'p7')
    expect(begun.answer('note-key-6', '답', 'p7')).toBe('too_many_answers')
  })

  it('[FGI-7] an observer’s notes are nobody else’s', () => {
    const begun = talk()
    const place = { activity: 'a1', question: 'q1', note: 'private-1', at: START }
    begun.give({ type: 'writePrivateNote', ...place, text: '혼자 볼 말' }, observer)
    begun.give({ type: 'writePrivateNote', ...place, text: '고친 혼자 말' }, observer)
    expect(begun.state.material.privateNotes['link:2']).toMatchObject([{ text: '고친 혼자 말' }])
    begun.give({ type: 'removePrivateNote', note: 'private-1' }, noteTaker)
    expect(begun.state.material.privateNotes['link:2']).toHaveLength(1)
    for (const view of [consoleView(begun.state, ''), notesView(begun.state)]) {
      expect(JSON.stringify(view)).not.toMatch(/혼자/)
    }
    begun.give({ type: 'removePrivateNote', note: 'private-1' }, observer)
    expect(begun.state.material.privateNotes['link:2']).toEqual([])
  })
})

describe('what is made of the lines', () => {
  it('[FGI-3] a transcript names question, time and speaker of each', () => {
    const begun = talk()
    begun.note('note-key-1', '말', { at: START + 90_000 })
    expect(transcript(begun.state)).toMatchObject([
      {
        id: 'n1',
        questionText: '소개해 주세요',
        questionKind: 'opening',
        sinceAsked: 90_000,
        speaker: '1',
        text: '말',
      },
    ])
    expect(transcript(begun.state, 'a2')).toEqual([])
  })

  it('[FGI-8] the balance counts turns and letters of participants', () => {
    const begun = talk()
    begun.note('note-key-1', '여섯 글자다', { at: START + 1, speaker: '2' })
    begun.note('note-key-2', '또', { at: START + 2, speaker: '2' })
    begun.note('note-key-3', '그래서요?', { at: START + 3, speaker: 'moderator' })
    begun.note('note-key-4', '세글자', { at: START + 4, speaker: '2' })
    begun.note('note-key-5', '열 글자에서 둘 뺌', { at: START + 5, speaker: '1' })
    begun.answer('note-key-6', '휴대폰', 'p7')
    expect(speakingBalance(notesView(begun.state).notes, 3)).toEqual([
      { speaker: '1', turns: 1, part: 0.5, lastAt: START + 5 },
      { speaker: '2', turns: 2, part: 0.5, lastAt: START + 4 },
      { speaker: '3', turns: 0, part: 0, lastAt: null },
    ])
  })
})
