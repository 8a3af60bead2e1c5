import { expect, it } from 'vitest'
import type { Fact, LiveDefinition } from './state.ts'
import { applyFact, beginSession } from './state.ts'
import { decide } from './decide.ts'
import { phoneView } from './views.ts'
import type { DecidedCommand } from './commands.ts'

const definition: LiveDefinition = {
  sessionId: '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1f03',
  planId: '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1f02',
  planTitle: '계획',
  title: '의제발굴 워크숍',
  heldAt: null,
  place: '',
  fields: [],
  expected: 0,
  rehearsalOf: null,
  code: '123456',
  joinToken: 'a-token-of-a-test-session',
  agenda: [
    {
      id: 'a1',
      kind: 'collect',
      title: '무엇이 필요합니까?',
      minutes: 10,
      settings: { askDetail: false, askField: false, perPerson: 5 },
    },
    {
      id: 'a2',
      kind: 'vote',
      title: '골라 주세요',
      minutes: 10,
      settings: { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } },
    },
    { id: 'a3', kind: 'group', title: '다시 묶기', minutes: 10, settings: {} },
  ],
}

it('when all is over the screens show the last ranking, whatever was opened after it', () => {
  let state = beginSession(definition)
  const direct = (command: DecidedCommand) => {
    const decided = decide(state, command, {
      actor: { role: 'facilitator', id: 'account:1', name: '' },
      at: 1,
      mayOpenVote: true,
    })
    if (!decided.ok) throw new Error(decided.refusal)
    state = decided.value.reduce(applyFact, state)
  }
  direct({ type: 'openActivity', activity: 'a1' })
  direct({ type: 'submitIssue', activity: 'a1', text: '공동 판매장', detail: '', fieldId: null })
  direct({ type: 'closeActivity', activity: 'a1' })
  direct({ type: 'openActivity', activity: 'a2' })
  direct({ type: 'closeActivity', activity: 'a2' })
  const tally = { ranking: [['i1']], scores: { i1: 0 }, votersPerItem: { i1: 0 }, accepted: 0, rejected: 0, blank: 0 }
  const sealed: Fact = { type: 'voteSealed', activity: 'a2', checkIns: 1, digest: 'f'.repeat(64), tally }
  state = applyFact(state, sealed)
  direct({ type: 'revealResult', activity: 'a2' })
  direct({ type: 'openActivity', activity: 'a3' })
  expect(phoneView(state).step?.kind).toBe('group')
  direct({ type: 'closeSession' })
  const { step } = phoneView(state)
  expect(step?.kind === 'vote' && step.result?.standings.map(({ title, rank }) => [title, rank])).toEqual([
    ['공동 판매장', 1],
  ])
})
