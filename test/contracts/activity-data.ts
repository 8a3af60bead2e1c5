import type { ActivityCommand, KindId } from '../../shared/activities/index.ts'
import type { Note } from '../../shared/activities/discuss/note.ts'
import type { Issue, Material } from '../../shared/activities/material.ts'
import type { LiveDefinition } from '../../shared/session/state.ts'

export const fieldId = '00000000-0000-4000-8000-000000000001'
export const fields = [{ id: fieldId, title: '사회적경제조직의 발굴·육성' }]

const issue = (n: number, changed: Partial<Issue> = {}, placement: Partial<Issue['placement']> = {}): Issue => ({
  id: `i${n}`,
  activity: 'a1',
  author: `p${900 + n}`,
  text: `${n}번 의제`,
  detail: '',
  withdrawn: false,
  placement: { title: null, fieldId: null, mergedInto: null, hidden: null, ...placement },
  ...changed,
})

/** What an observer wrote for himself: in no view. */
export const privateWords = '혼자 보는 말'

/** What a kind needs to show all that it does, where its usual settings do not. */
export const settingsOf: Partial<Record<KindId, object>> = {
  discuss: {
    questions: [
      { id: 'q1', kind: 'opening', text: '자기소개를 해 주세요', prompts: [], minutes: 5 },
      { id: 'q2', kind: 'key', text: '무엇이 어려운가요?', prompts: ['예를 들면요?'], minutes: 20 },
    ],
  },
}

const note = (n: number, changed: Partial<Note> = {}): Note => ({
  id: `n${n}`,
  key: `note-key-${n}`,
  activity: 'a1',
  question: null,
  speaker: '1',
  text: `${n}번째 말`,
  at: n,
  tone: 'neutral',
  isQuote: false,
  codes: [],
  source: 'note',
  author: null,
  isRemoved: false,
  ...changed,
})
const line = { activity: 'a1', question: null, note: 'note-key-9', text: '새 말' }

/** Issues in every state that they can be in, each by a seat of its own, and one by the facilitator. */
export const material = (): Material => ({
  fields,
  issues: Object.fromEntries(
    [
      issue(1),
      issue(2, { detail: '자세한 말' }, { fieldId }),
      issue(3, {}, { mergedInto: 'i1' }),
      issue(4, {}, { hidden: 'abusive' }),
      issue(5, { withdrawn: true }),
      issue(6, { author: null }),
      issue(7, {}, { title: '진행자가 다듬은 말' }),
      issue(8, {}, { mergedInto: 'i1', hidden: 'personalData' }),
    ].map((one) => [one.id, one]),
  ),
  nextIssue: 9,
  responses: Object.fromEntries(
    [1, 2, 3, 4].map((n) => [
      `r${n}`,
      {
        id: `r${n}`,
        activity: 'a1',
        author: `p${900 + n}`,
        text: '일자리',
        withdrawn: n === 3,
        hidden: n === 4 ? 'offTopic' : null,
      },
    ]),
  ),
  pages: { a1: 1 },
  undo: [
    {
      action: 'hide',
      changes: [{ issue: 'i4', before: issue(4).placement, after: { ...issue(4).placement, hidden: 'abusive' } }],
    },
  ],
  notes: {
    n1: note(1),
    n2: note(2, { speaker: 'phone', source: 'phone', author: 'p901' }),
    n3: note(3, { isRemoved: true }),
  },
  privateNotes: {
    'account:1': [{ key: 'private-key-1', activity: 'a1', question: null, text: privateWords, at: 1 }],
  },
  coding: {
    codes: {
      c1: { id: 'c1', name: '판로', definition: '팔 곳과 파는 길', theme: 't1', isRemoved: false },
      c2: { id: 'c2', name: '공간', definition: '', theme: null, isRemoved: true },
    },
    themes: {
      t1: { id: 't1', name: '함께 팔기', isRemoved: false },
      t2: { id: 't2', name: '모일 곳', isRemoved: true },
    },
    tags: { n1: { 'account:1': ['c1'] } },
  },
  checks: { i1: { p901: { answer: 'partly', correction: '이렇게요' } } },
})

/** Commands that each kind takes while it is open, given by the seat `p901` or by the facilitator. */
export const commandsOf: Record<KindId, { by: 'p901' | 'facilitator'; command: ActivityCommand }[]> = {
  collect: [
    { by: 'p901', command: { type: 'submitIssue', activity: 'a1', text: '새 의제', detail: '왜냐하면', fieldId } },
    {
      by: 'facilitator',
      command: { type: 'submitIssue', activity: 'a1', text: '말로 들은 것', detail: '', fieldId: null },
    },
    { by: 'p901', command: { type: 'reviseIssue', issue: 'i1', text: '고친 글', detail: '', fieldId: null } },
    { by: 'p901', command: { type: 'withdrawIssue', issue: 'i1' } },
  ],
  group: [
    { by: 'facilitator', command: { type: 'mergeIssues', into: 'i1', issues: ['i2', 'i7'] } },
    { by: 'facilitator', command: { type: 'splitIssues', issues: ['i3'] } },
    { by: 'facilitator', command: { type: 'assignField', issues: ['i1', 'i6'], fieldId } },
    { by: 'facilitator', command: { type: 'hideIssues', issues: ['i2'], reason: 'offTopic' } },
    { by: 'facilitator', command: { type: 'showIssues', issues: ['i4'] } },
    { by: 'facilitator', command: { type: 'rewordIssue', issue: 'i1', title: '다른 말' } },
    { by: 'facilitator', command: { type: 'undo' } },
  ],
  discuss: [
    { by: 'facilitator', command: { type: 'askQuestion', activity: 'a1', question: 'q2' } },
    { by: 'facilitator', command: { ...line, type: 'takeNote', speaker: '3', tone: 'agree', quote: true, at: 5 } },
    { by: 'p901', command: { ...line, type: 'answerQuestion' } },
    { by: 'facilitator', command: { type: 'reviseNote', note: 'note-key-1', text: '고친 말', speaker: '4' } },
    { by: 'p901', command: { type: 'reviseNote', note: 'note-key-2', text: '고친 답' } },
    { by: 'facilitator', command: { type: 'removeNote', note: 'note-key-1' } },
    { by: 'facilitator', command: { type: 'restoreNote', note: 'note-key-3' } },
    { by: 'facilitator', command: { type: 'showAnswer', activity: 'a1', note: 'note-key-2' } },
    { by: 'facilitator', command: { ...line, type: 'writePrivateNote', at: 5 } },
    { by: 'facilitator', command: { type: 'removePrivateNote', note: 'private-key-1' } },
  ],
  coding: [
    { by: 'facilitator', command: { type: 'addCode', name: '인력', definition: '', theme: 't1' } },
    { by: 'facilitator', command: { type: 'reviseCode', code: 'c1', name: '판매', definition: '', theme: null } },
    { by: 'facilitator', command: { type: 'removeCode', code: 'c1' } },
    { by: 'facilitator', command: { type: 'restoreCode', code: 'c2' } },
    { by: 'facilitator', command: { type: 'addTheme', name: '사람' } },
    { by: 'facilitator', command: { type: 'renameTheme', theme: 't1', name: '같이 팔기' } },
    { by: 'facilitator', command: { type: 'removeTheme', theme: 't1' } },
    { by: 'facilitator', command: { type: 'restoreTheme', theme: 't2' } },
    { by: 'facilitator', command: { type: 'tagNote', note: 'n2', codes: ['c1'] } },
    {
      by: 'facilitator',
      command: { type: 'proposeIssue', text: '공동 판매장', detail: '', theme: 't1', notes: ['n1'] },
    },
  ],
  memberCheck: [
    {
      by: 'p901',
      command: { type: 'checkIssue', activity: 'a1', issue: 'i1', answer: 'wrong', correction: '그게 아니에요' },
    },
  ],
  vote: [{ by: 'facilitator', command: { type: 'revealResult', activity: 'a1' } }],
  present: [{ by: 'facilitator', command: { type: 'turnPage', activity: 'a1', page: 0 } }],
  words: [
    { by: 'p901', command: { type: 'submitResponse', activity: 'a1', text: '판로' } },
    { by: 'p901', command: { type: 'reviseResponse', response: 'r1', text: '판로 개척' } },
    { by: 'p901', command: { type: 'withdrawResponse', response: 'r1' } },
    { by: 'facilitator', command: { type: 'hideResponse', response: 'r2', reason: 'abusive' } },
    { by: 'facilitator', command: { type: 'showResponse', response: 'r4' } },
  ],
}

export const definition = (agenda: LiveDefinition['agenda']): LiveDefinition => ({
  sessionId: '00000000-0000-4000-8000-000000000002',
  planId: '00000000-0000-4000-8000-000000000003',
  planTitle: '강북구 사회적경제 활성화계획',
  title: '의제발굴 워크숍',
  heldAt: '2016-04-21T19:00:00+09:00',
  place: '통합지원센터 회의실',
  fields,
  agenda,
  expected: 50,
  rehearsalOf: null,
  code: '123456',
  joinToken: 'abcdefghijklmnopqrstuv',
})
