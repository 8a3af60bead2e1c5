import type { ActivityCommand, KindId } from '../../shared/activities/index.ts'
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
  undo: [
    {
      action: 'hide',
      changes: [{ issue: 'i4', before: issue(4).placement, after: { ...issue(4).placement, hidden: 'abusive' } }],
    },
  ],
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
  vote: [{ by: 'facilitator', command: { type: 'revealResult', activity: 'a1' } }],
  break: [],
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
