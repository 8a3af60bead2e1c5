import type { Evidence, PriorityTask } from '../../../../shared/plan/priority-task.ts'

type Spelt = Partial<Omit<PriorityTask, 'evidence'>> & { said?: string[]; votes?: Partial<Evidence>[] }

/** An entry for tests: only what matters to a test is spelt out there. */
export function aTask({ said = [], votes = [{}], ...spelt }: Spelt = {}): PriorityTask {
  const evidence = votes.map((vote, index): Evidence => ({
    resultDigest: 'a'.repeat(64),
    sessionId: `00000000-0000-4000-8000-00000000000${index}`,
    sessionTitle: '의제발굴 워크숍',
    heldAt: null,
    activityId: 'a3',
    activityTitle: '투표',
    method: 'stickers',
    parameters: { perVoter: 3, perItem: 1 },
    issue: 'i1',
    title: spelt.title ?? '과제',
    originals: said.map((text, at) => ({ issue: `i${at + 1}`, text, detail: '' })),
    rank: 1,
    tied: false,
    items: 5,
    score: 10,
    voters: 10,
    ballots: 41,
    shareOfStickers: 0.1,
    shareOfVoters: 10 / 41,
    ...vote,
  }))
  return {
    id: '00000000-0000-4000-8000-000000000001',
    planId: '00000000-0000-4000-8000-000000000002',
    title: '과제',
    fieldId: null,
    status: 'proposed',
    reason: '',
    version: 1,
    rank: 1,
    tied: false,
    score: 10,
    shareOfStickers: 0.1,
    shareOfVoters: 10 / 41,
    ...spelt,
    evidence,
  }
}
