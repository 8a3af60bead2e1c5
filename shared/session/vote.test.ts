import { describe, expect, it } from 'vitest'
import { AT, collected, definition, facilitator, Played } from '../../test/contracts/played-session.ts'
import { AgendaItem } from '../activities/index.ts'
import { checkBallot } from '../activities/vote/index.ts'
import { methodOf } from '../methods/index.ts'
import { beginSession } from './state.ts'
import { consoleView, phoneView, projectorView } from './views.ts'

describe('the vote', () => {
  it('[VOTE-1] opening freezes the items: what is done on the board later does not reach them', () => {
    const played = collected()
    played.open('a3')
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })
    played.give({ type: 'rewordIssue', issue: 'i1', title: '다른 말' })
    const vote = played.vote()
    expect(vote.phase === 'open' && vote.candidates.map(({ title }) => title)).toEqual([
      '상설 매장이 필요합니다',
      '팔 데가 없어요',
      '교육을 저녁에 열어 주세요',
      '모일 공간이 없습니다',
    ])
  })

  it('[VOTE-2] takes ballots only while it is open, and within its rule', () => {
    const played = collected()
    const check = (stickers: Record<string, number>) => checkBallot(played.vote(), { stickers })
    expect(check({ i1: 1 })).toMatchObject({ refusal: 'activity_not_open' })
    played.open('a3')
    expect(check({ i1: 1, i2: 1 }).ok).toBe(true)
    expect(check({}).ok).toBe(true)
    expect(check({ i1: 1, i2: 1, i3: 1 })).toMatchObject({ refusal: 'too_many_stickers', details: { max: 2 } })
    expect(check({ i1: 2 })).toMatchObject({ refusal: 'too_many_on_one_issue' })
    expect(check({ i1: -1 })).toMatchObject({ refusal: 'too_many_negative_stickers', details: { max: 0 } })
    expect(check({ i77: 1 })).toMatchObject({ refusal: 'unknown_candidate' })
    played.close('a3')
    expect(check({ i1: 1 })).toMatchObject({ refusal: 'vote_closed' })
  })

  it('[VOTE-3] can be prepared until it opens, and only so that its method allows it', () => {
    const played = collected()
    const configure = (settings: Record<string, unknown>) =>
      played.give({ type: 'configureActivity', activity: 'a3', title: '투표', settings })
    expect(configure({ parameters: { perVoter: 5, perItem: 2 } })).toBe('done')
    expect(played.vote().settings).toEqual({
      method: 'stickers',
      parameters: { perVoter: 5, perItem: 2, onePerField: false, negative: 0 },
    })
    expect(configure({ parameters: { perVoter: 0 } })).toBe('malformed')
    expect(configure({ parameters: { surprise: 1 } })).toBe('malformed')
    expect(configure({ method: 'dice' })).toBe('malformed')
    played.open('a3')
    expect(configure({})).toBe('activity_not_prepared')
  })

  it('[VOTE-4] shows the ranking at the reveal and not before, ties as ties', () => {
    const played = collected()
    played.open('a3')
    played.close('a3')
    played.seal({ i1: 1, i2: 1 }, { i1: 1, i3: 1 }, {})
    for (const view of [phoneView(played.state), projectorView(played.state, ''), consoleView(played.state, '')]) {
      expect(view.step).toMatchObject({ phase: 'sealed', result: null })
    }
    played.give({ type: 'revealResult', activity: 'a3' })
    const { step } = phoneView(played.state)
    const result = step?.kind === 'vote' ? step.result : null
    expect(result?.standings.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ['i1', 1, false],
      ['i2', 2, true],
      ['i3', 2, true],
      ['i4', 4, false],
    ])
    expect(result).toMatchObject({ accepted: 3, blank: 1, rejected: 0, checkIns: 3 })
    expect(result?.digest).toHaveLength(12)
    expect(result?.standings[0]).toMatchObject({ score: 2, voters: 2, shareOfStickers: 0.5, shareOfVoters: 2 / 3 })
  })

  it('[VOTE-8] is not opened with more items than its method can take', () => {
    const played = new Played()
    const [collect] = definition.agenda
    const vote = AgendaItem.parse({ id: 'a3', title: '비교', minutes: 10, kind: 'vote', settings: { method: 'ahp' } })
    played.state = beginSession({ ...definition, agenda: [collect!, vote] })
    played.open('a1')
    for (let n = 0; n < 16; n += 1) played.write(n, `${n}번 의제`)
    played.close('a1')
    expect(played.open('a3')).toBe('too_many_candidates')
  })

  it('[VOTE-9] a budget vote is not opened before it has a budget and costs', () => {
    const opened = (parameters: object) => {
      const played = collected()
      const vote = { method: 'greedy-budget', parameters }
      expect(played.give({ type: 'configureActivity', activity: 'a3', title: '예산', settings: vote })).toBe('done')
      return played.open('a3')
    }
    expect(opened({})).toBe('budget_missing')
    expect(opened({ budget: 10 })).toBe('budget_missing')
    expect(opened({ budget: 10, costs: { i1: 5 } })).toBe('done')
  })

  it('[VOTE-6] the vote that is closed later has the later time, though the clock was set back a day between them', () => {
    const played = new Played()
    const { agenda } = definition
    played.state = beginSession({ ...definition, agenda: [...agenda, { ...agenda[2]!, id: 'a4' }] })
    played.open('a1')
    played.write(1, '팔 데가 없어요')
    played.close('a1')
    played.open('a3')
    played.close('a3')
    played.open('a4')
    played.give({ type: 'closeActivity', activity: 'a4' }, facilitator, AT - 24 * 3_600_000)
    const closedAt = played.state.activities.flatMap((activity) => ('closedAt' in activity ? [activity.closedAt] : []))
    expect(closedAt).toEqual([AT, AT + 1])
  })

  it('[VOTE-7] says its rule in words before it opens, and keeps those words; a draw has its seed before', () => {
    const played = collected()
    const configure = (settings: Record<string, unknown>) =>
      played.give({ type: 'configureActivity', activity: 'a3', title: '투표', settings })
    expect(configure({ topK: 2, tieRule: 'draw' })).toBe('malformed')
    expect(configure({ topK: 2, tieRule: 'draw', seed: '2019', whoCounts: '우리 동 주민' })).toBe('done')
    const prepared = consoleView(played.state, '').agenda.at(-1)?.settings
    expect(prepared).toMatchObject({ topK: 2, tieRule: 'draw', seed: '2019' })
    for (const view of [phoneView(played.state), projectorView(played.state, ''), consoleView(played.state, '')]) {
      expect(view.coming).toMatchObject({ activity: 'a3', method: 'stickers' })
      expect(view.coming?.ruleCard.ko).toContain('추첨 번호 2019와')
    }
    played.open('a3')
    const { step } = phoneView(played.state)
    expect(phoneView(played.state).coming).toBeNull()
    expect(step).toMatchObject({ topK: 2, ruleCard: { ko: expect.stringContaining('추첨 번호 2019와') as string } })
    const vote = played.vote()
    expect(vote.phase === 'open' && vote.ruleCard?.ko).toContain('우리 동 주민은 한 사람에 한 장씩')
  })

  it('[VOTE-12] is announced when it is what the room does next, and not while there is something to do before', () => {
    const played = new Played()
    expect(phoneView(played.state).coming).toBeNull()
    played.open('a1')
    played.write(1, '팔 데가 없어요')
    played.close('a1')
    // Grouping comes between, in which the room only looks on.
    expect(phoneView(played.state).coming).toMatchObject({ activity: 'a3' })
  })

  it('[VOTE-10] can be about some of the issues, or about answers that were written down beforehand', () => {
    const candidates = (subject: object) => {
      const played = collected()
      const settings = { subject, parameters: { perVoter: 1 } }
      expect(played.give({ type: 'configureActivity', activity: 'a3', title: '결선', settings })).toBe('done')
      expect(played.open('a3')).toBe('done')
      const vote = played.vote()
      return vote.phase === 'open' && vote.candidates.map(({ id, title }) => [id, title])
    }
    expect(candidates({ of: 'issues', only: ['i2', 'i4'] })).toEqual([
      ['i2', '팔 데가 없어요'],
      ['i4', '모일 공간이 없습니다'],
    ])
    expect(candidates({ of: 'options', options: ['좋았어요', '그저 그래요'] })).toEqual([
      ['i1', '좋았어요'],
      ['i2', '그저 그래요'],
    ])
  })

  it('[PAPER-6] entries of a bundle that were taken away come back, unless somebody has entered it anew', () => {
    const played = collected()
    const settings = { channels: { paper: true, weights: null } }
    played.give({ type: 'configureActivity', activity: 'a3', title: '투표', settings })
    played.open('a3')
    const batch = { activity: 'a3', batch: 'b1' }
    const enter = (marks: number) =>
      played.give({ type: 'enterTally', ...batch, ballots: 5, blank: 0, invalid: 0, items: { i1: 5, i2: marks } })
    const entered = () => {
      const vote = played.vote()
      return vote.phase === 'open' ? vote.paper?.batches.b1?.map(({ tally }) => tally.items.i2) : null
    }
    expect(enter(1)).toBe('done')
    played.give({ type: 'voidTally', ...batch })
    expect(entered()).toBeUndefined()
    expect(played.give({ type: 'restoreTally', ...batch })).toBe('done')
    expect(entered()).toEqual([1])
    played.give({ type: 'voidTally', ...batch })
    enter(2)
    expect(played.give({ type: 'restoreTally', ...batch })).toBe('nothing new')
    expect(entered()).toEqual([2])
  })

  it('a fact about a vote that is not there yet changes no phase', () => {
    const played = collected()
    played.happen({ type: 'resultFiled', activity: 'a3' })
    expect(played.vote().phase).toBe('prepared')
    const tally = methodOf('stickers').tally([], [], methodOf('stickers').parameters.parse({}))
    played.happen({ type: 'voteSealed', activity: 'a3', checkIns: 0, digest: 'd'.repeat(64), tally })
    expect(played.vote().phase).toBe('prepared')
  })
})
