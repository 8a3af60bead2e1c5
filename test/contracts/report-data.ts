import type { TaskReport } from '../../server/exports/index.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Evidence, PriorityTask } from '../../shared/plan/priority-task.ts'

/** Words of residents that a spreadsheet must never run. */
export const hostileWords = [
  '=1+1',
  ' ＝cmd|calc',
  '@SUM(A1)',
  '-1',
  '+82 10 1234 5678',
  'a\n=HYPERLINK("http://example.org")',
  '<b>&amp;"x"</b>',
]

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const fieldId = uuid(1)

const plan: Plan = {
  id: uuid(9),
  title: '강북구 사회적경제 활성화계획',
  district: '강북구',
  department: '일자리지원과',
  periodStart: 2016,
  periodEnd: 2019,
  isExample: false,
  templateId: 'social-economy',
  stages: [],
  fields: [{ id: fieldId, title: '사회적경제조직의 발굴·육성' }],
  meetings: [],
  factSheet: { organisationKinds: [], figures: [], notes: [] },
  sessions: [],
  taskCounts: { proposed: 8, adopted: 1, onHold: 1, rejected: 1 },
}

const evidence: Evidence = {
  resultDigest: 'a'.repeat(64),
  sessionId: uuid(2),
  sessionTitle: '의제발굴 워크숍',
  heldAt: '2016-04-21T19:00:00+09:00',
  activityId: 'a3',
  activityTitle: '우선과제 투표',
  method: 'stickers',
  parameters: { perVoter: 3, perItem: 1 },
  issue: 'i1',
  title: '상설 매장 필요',
  originals: [
    { issue: 'i1', text: '팔 데가 없어요', detail: '주말에는 더 그렇습니다' },
    { issue: 'i2', text: '매장이 있었으면', detail: '' },
    { issue: 'i3', text: '상설 매장 필요', detail: '' },
  ],
  rank: 1,
  tied: false,
  items: 20,
  score: 31,
  voters: 31,
  ballots: 50,
  shareOfStickers: 0.25,
  shareOfVoters: 0.62,
}

const task = (n: number, changed: Partial<PriorityTask>): PriorityTask => ({
  id: uuid(100 + n),
  planId: plan.id,
  title: `과제 ${n}`,
  fieldId: null,
  status: 'proposed',
  reason: '',
  version: 1,
  rank: n,
  tied: false,
  score: 31 - n,
  shareOfStickers: 0.1,
  shareOfVoters: 0.2,
  evidence: [{ ...evidence, issue: `i${10 + n}`, originals: [{ issue: `i${10 + n}`, text: `글 ${n}`, detail: '' }] }],
  ...changed,
})

/** A list with every decision, ties, an entry without figures, and hostile words in every place that takes words. */
export const taskReport = (): TaskReport => ({
  plan,
  exportedAt: new Date('2016-08-31T00:30:00+09:00'),
  tasks: [
    task(1, {
      title: '상설 판매장을 마련함',
      fieldId,
      status: 'adopted',
      reason: '예산이 확보됨',
      score: 31,
      shareOfStickers: 0.25,
      shareOfVoters: 0.62,
      // Two votes of one session about the same issue: what residents wrote is still written once.
      evidence: [evidence, evidence],
    }),
    task(2, { rank: 2, tied: true, status: 'onHold', reason: '다음 해에 다시 살핌' }),
    task(3, { rank: 2, tied: true, status: 'rejected', reason: '구의 일이 아님' }),
    task(4, { rank: 4, shareOfStickers: null, shareOfVoters: null, score: 0 }),
    ...hostileWords.map((words, i) =>
      task(5 + i, {
        title: words,
        reason: `${words}\u0000\u0008`,
        evidence: [
          { ...evidence, sessionTitle: words, title: words, originals: [{ issue: 'i9', text: words, detail: words }] },
        ],
      }),
    ),
  ],
})
