import type { ActivityCommand, KindId } from '../../shared/activities/index.ts'
import type { Note } from '../../shared/activities/discuss/note.ts'
import type { Cause, Issue, Material } from '../../shared/activities/material.ts'
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

const cause = (
  n: number,
  parents: string[],
  changed: Partial<Cause> = {},
  placement: Partial<Cause['placement']> = {},
): Cause => ({
  id: `i${n}`,
  activity: 'a1',
  author: `p${900 + n}`,
  text: `${n}번 원인`,
  withdrawn: false,
  placement: { title: null, parents, category: null, hidden: null, chosen: false, ...placement },
  ...changed,
})

/** Issues in every state that they can be in, each by a seat of its own, one by the facilitator, and causes of them alike. */
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
      issue(7, { supporters: ['p901'] }, { title: '진행자가 다듬은 말', group: 'i21' }),
      issue(8, {}, { mergedInto: 'i1', hidden: 'personalData' }),
      issue(9, { review: { status: 'waiting', reason: null }, edits: 1, text: '전화 010-1234-5678' }),
      issue(10, {
        review: { status: 'returned', reason: 'unclear' },
        parts: [{ field: 'who', label: '누가', text: '상인' }],
      }),
      issue(11, { isAlone: true }),
    ].map((one) => [one.id, one]),
  ),
  nextIssue: 42,
  causes: Object.fromEntries(
    [
      cause(30, ['i1']),
      cause(31, ['i30', 'i2']),
      cause(32, ['i31'], {}, { hidden: 'unclear' }),
      cause(33, ['i32'], { withdrawn: true }),
      cause(34, ['i33'], { author: null }, { chosen: true, category: 'c1' }),
      cause(35, ['i3'], {}, { title: '진행자가 다듬은 원인' }),
      cause(36, ['i1'], { author: 'p901' }),
    ].map((one) => [one.id, one]),
  ),
  causeUndo: [
    {
      action: 'hide',
      changes: [
        {
          cause: 'i32',
          before: cause(32, ['i31']).placement,
          after: { ...cause(32, ['i31']).placement, hidden: 'unclear' },
        },
      ],
    },
  ],
  groups: [
    { id: 'i20', title: '판로' },
    { id: 'i21', title: '돌봄' },
  ],
  boardNews: { number: 1, action: 'hide', isUndoing: false, by: null, issues: 1, group: null },
  moderation: [
    {
      issue: 'i10',
      text: '10번 의제',
      at: 1_800_000_000_000,
      by: { id: 'account:1', name: '진행자' },
      before: 'shown',
      after: 'returned',
      reason: 'unclear',
    },
  ],
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
      number: 1,
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

/** A command with who gives it, and what is set where it is not the usual. */
interface Given {
  by: 'p901' | 'facilitator'
  command: ActivityCommand
  settings?: Record<string, unknown>
}

/** Commands that each kind takes while it is open, given by the seat `p901` or by the facilitator. */
export const commandsOf: Record<KindId, Given[]> = {
  collect: [
    { by: 'p901', command: { type: 'submitIssue', activity: 'a1', text: '새 의제', detail: '왜냐하면', fieldId } },
    {
      by: 'facilitator',
      command: { type: 'submitIssue', activity: 'a1', text: '말로 들은 것', detail: '', fieldId: null },
    },
    { by: 'p901', command: { type: 'reviseIssue', issue: 'i1', text: '고친 글', detail: '', fieldId: null } },
    { by: 'p901', command: { type: 'withdrawIssue', issue: 'i1' } },
    { by: 'facilitator', command: { type: 'revealIssues', activity: 'a1' }, settings: { reveal: 'together' } },
    { by: 'p901', command: { type: 'supportIssue', issue: 'i2' } },
    { by: 'p901', command: { type: 'withdrawSupport', issue: 'i7' } },
    {
      by: 'facilitator',
      command: {
        type: 'moderateIssues',
        issues: [{ issue: 'i9', edits: 1 }],
        saw: 'waiting',
        to: 'shown',
        reason: null,
      },
    },
    {
      by: 'facilitator',
      command: {
        type: 'moderateIssues',
        issues: [{ issue: 'i2', edits: 0 }],
        saw: 'shown',
        to: 'returned',
        reason: 'unclear',
      },
    },
  ],
  group: [
    { by: 'facilitator', command: { type: 'mergeIssues', into: 'i1', issues: ['i2', 'i7'] } },
    { by: 'facilitator', command: { type: 'splitIssues', issues: ['i3'] } },
    { by: 'facilitator', command: { type: 'assignField', issues: ['i1', 'i6'], fieldId } },
    { by: 'facilitator', command: { type: 'hideIssues', issues: ['i2'], reason: 'offTopic' } },
    { by: 'facilitator', command: { type: 'showIssues', issues: ['i4'] } },
    { by: 'facilitator', command: { type: 'rewordIssue', issue: 'i1', title: '다른 말' } },
    { by: 'facilitator', command: { type: 'createGroups', groups: [{ title: '공간', issues: ['i1', 'i2'] }] } },
    { by: 'facilitator', command: { type: 'putInGroup', issues: ['i6'], group: 'i20' } },
    { by: 'facilitator', command: { type: 'renameGroup', group: 'i20', title: '판로·홍보', was: '판로' } },
    { by: 'facilitator', command: { type: 'moveGroup', group: 'i20', before: null } },
    { by: 'facilitator', command: { type: 'removeGroup', group: 'i20' } },
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
  causes: [
    { by: 'p901', command: { type: 'addCause', activity: 'a1', text: '새 원인', parent: 'i31', category: 'c1' } },
    {
      by: 'facilitator',
      command: { type: 'addCause', activity: 'a1', text: '말로 들은 원인', parent: 'i1', category: null },
    },
    { by: 'p901', command: { type: 'reviseCause', cause: 'i36', text: '고친 원인' } },
    { by: 'p901', command: { type: 'withdrawCause', cause: 'i36' } },
    { by: 'facilitator', command: { type: 'moveCause', cause: 'i31', from: 'i30', to: 'i36' } },
    { by: 'facilitator', command: { type: 'linkCause', cause: 'i36', to: 'i2' } },
    { by: 'facilitator', command: { type: 'unlinkCause', cause: 'i31', from: 'i2' } },
    { by: 'facilitator', command: { type: 'rewordCause', cause: 'i30', title: '다른 말' } },
    { by: 'facilitator', command: { type: 'categorizeCause', cause: 'i30', category: 'c2' } },
    { by: 'facilitator', command: { type: 'hideCause', cause: 'i30', reason: 'offTopic' } },
    { by: 'facilitator', command: { type: 'showCause', cause: 'i32' } },
    { by: 'facilitator', command: { type: 'chooseCauses', causes: ['i30', 'i36'], chosen: true } },
    {
      by: 'facilitator',
      command: {
        type: 'stageCauses',
        activity: 'a1',
        issue: 'i2',
        view: 'fishbone',
        categories: [
          { id: 'c1', name: '사람' },
          { id: null, name: '공간' },
        ],
      },
    },
    { by: 'facilitator', command: { type: 'undoCauses' } },
  ],
  vote: [
    { by: 'facilitator', command: { type: 'revealResult', activity: 'a1' } },
    { by: 'facilitator', command: { type: 'showOnResult', activity: 'a1', show: 'bands' } },
  ],
  break: [],
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
