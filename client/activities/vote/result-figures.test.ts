import { describe, expect, it } from 'vitest'
import { methodOf, type MethodId, type Parameters } from '../../../shared/methods/index.ts'
import { standings } from '../../../shared/activities/vote/standings.ts'
import { pictureOf } from '../../../shared/activities/vote/picture.ts'
import { advance } from '../../../shared/results/tie-rule.ts'
import type { Ballot } from '../../../shared/ballots/index.ts'
import { scoreText, scoreWords } from '../../../shared/results/score-words.ts'
import { levelFrom, ranksUnderRules } from './marks.ts'
import { barEnds, figuresOf, isUnordered, lineText, pictureText, type Revealed } from './result-figures.ts'

const candidates = ['i1', 'i2', 'i3'].map((id) => ({ id, title: id, fieldId: null, originals: [] }))
function revealed(method: MethodId, ballots: Ballot[], own: Parameters = {}): Revealed & { result: object } {
  const parameters = methodOf(method).parameters.parse(own)
  const ids = candidates.map(({ id }) => id)
  const weighted = ballots.map((ballot) => ({ weight: 1, ...ballot }))
  const tally = methodOf(method).tally(weighted, ids, parameters)
  const { accepted, blank, rejected } = tally
  return {
    method,
    parameters,
    result: {
      standings: standings(tally, candidates, { method, parameters }),
      ...{ accepted, blank, rejected, checkIns: 3, digest: 'abcdefabcdef' },
      picture: pictureOf(method, parameters, tally, ids),
      goesOn: advance(tally.ranking, 1, 'draw', '2019/abc'),
      ...{ channels: [], pools: [], present: null, combined: null, representation: [] },
      honest: null,
    },
  }
}
const first = (vote: Revealed) => vote.result!.standings[0]!

describe('a revealed result in words', () => {
  it('names both denominators of stickers', () => {
    const vote = revealed('stickers', [{ stickers: { i1: 1, i2: 1 } }, { stickers: { i1: 1 } }, { stickers: {} }])
    const { score, shares } = figuresOf(vote, first(vote), 'ko')
    expect([score, ...shares]).toEqual(['2개', '스티커의 67%', '투표자의 67%'])
  })
  it('shows a mean with its spread, and a dash where nobody rated', () => {
    const vote = revealed('score', [{ scores: { i1: 5, i2: 3 } }, { scores: { i1: 4 } }])
    expect(figuresOf(vote, first(vote), 'ko')).toMatchObject({ score: '4.5점', shares: ['매긴 사람 2명'] })
    expect(figuresOf(vote, vote.result.standings[2]!, 'ko').score).toBe('–')
    expect(pictureText(first(vote), 'ko')).toBe('4점 1명 · 5점 1명')
    expect(barEnds(vote)).toEqual({ from: 0, to: 5 })
  })
  it('a result without an order says so, and whether anybody chose', () => {
    expect(lineText(revealed('stickers', []), 'ko')).toMatch(/^고른 사람이 없어 순위가 없습니다\. /)
    expect(lineText(revealed('stickers', [{ stickers: {} }]), 'ko')).toMatch(/^고른 사람이 없어 순위가 없습니다\. /)
    const level = revealed('stickers', [{ stickers: { i1: 1, i2: 1, i3: 1 } }])
    expect([isUnordered(level), lineText(level, 'en')]).toEqual([true, expect.stringMatching(/^All stand level/)])
    expect(isUnordered(revealed('stickers', [{ stickers: { i1: 1 } }]))).toBe(false)
  })
  it('[RESULT-1] needs have the fields of the Locus for Focus, with both lists', () => {
    const need = (importance: number, current: number) => ({ importance, current })
    const vote = revealed('borich', [{ needs: { i1: need(5, 2), i2: need(3, 3), i3: need(2, 2) } }])
    expect(vote.result?.picture).toMatchObject({
      kind: 'focus',
      first: ['i1'],
      second: [],
      points: [{ id: 'i1', x: 5, y: 3, quadrant: 'HH' }, { quadrant: 'LL' }, { quadrant: 'LL' }],
    })
  })
  it('[RESULT-4] what divides the opinion groups stands beside them, with the shares of each; small ones never', () => {
    const side = (i1: 'agree' | 'disagree') =>
      ({ opinions: { i1, i2: 'agree', i3: i1 === 'agree' ? 'disagree' : 'agree' } }) satisfies Ballot
    const people = (n: number, ballot: Ballot) => Array.from({ length: n }, () => ballot)
    const parted = revealed('opinion-groups', [...people(6, side('agree')), ...people(5, side('disagree'))]).result
      .picture
    expect(parted).toMatchObject({ kind: 'groups', dividing: [{ id: 'i1' }, { id: 'i3' }, { id: 'i2' }] })
    const { people: sizes, dividing } = parted as Extract<typeof parted, { kind: 'groups' }>
    const larger = sizes.indexOf(6)
    expect(dividing[0]!.shares[larger]).toEqual({ agree: 1, disagree: 0, pass: 0 })
    expect(dividing[0]!.shares[1 - larger]).toEqual({ agree: 0, disagree: 1, pass: 0 })
    expect(
      revealed('opinion-groups', [...people(6, side('agree')), ...people(4, side('disagree'))]).result.picture,
    ).toBe(null)
  })
  it('[RESULT-2] an order of funding is no number of votes, and says so', () => {
    const vote = revealed('equal-shares', [{ approve: ['i1'] }], { budget: 10, costs: { i1: 10, i2: 20, i3: 20 } })
    expect(figuresOf(vote, first(vote), 'ko')).toMatchObject({ name: '득표', score: '1명' })
    const words = scoreWords('equal-shares', {})
    expect([words.name.ko, scoreText(words, 0, 'ko')]).toEqual(['선정 차례(먼저일수록 큼)', '선정 안 됨'])
  })
  it('[RESULT-3] bands are told by their first item, ties in the order of the list; ranks count the rules', () => {
    const rows = [
      { id: 'i1', rank: 1 },
      { id: 'i2', rank: 2 },
      { id: 'i3', rank: 2 },
    ] as never
    const marks = { bands: [['i1'], ['i3', 'i2']], k: 1, standings: {}, rules: [], ranks: {} }
    expect([...levelFrom(marks, rows)]).toEqual([['i2', { from: 2, to: 2 }]])
    expect(ranksUnderRules([2, 1, 2])).toEqual([
      { rank: 1, rules: 1 },
      { rank: 2, rules: 2 },
    ])
  })
  it('shows the share in favour, not the balance that ranks; nobody took a side: a dash', () => {
    const yes = { answers: { i1: 'for', i2: 'abstain' } } satisfies Ballot
    const vote = revealed('for-against', [yes, yes, yes, { answers: { i1: 'against' } }])
    const scores = vote.result.standings.map((row) => figuresOf(vote, row, 'ko').score)
    expect(scores).toEqual(['75%', '–', '–'])
  })
  it('shows the votes of a project, beside whether it is funded', () => {
    const costs = { i1: 40, i2: 90 }
    const vote = revealed('equal-shares', [{ approve: ['i1'] }, { approve: ['i1', 'i2'] }], { budget: 80, costs })
    expect(figuresOf(vote, first(vote), 'ko')).toMatchObject({ name: '득표', score: '2명' })
    expect(pictureText(first(vote), 'ko')).toBe('선정 · 40')
  })
  it('shows duels, and who wins all of them', () => {
    const vote = revealed('schulze', [{ ranking: [['i2'], ['i1']] }, { ranking: [['i2'], ['i3']] }])
    expect(vote.result?.picture).toMatchObject({ kind: 'duels', condorcetWinner: 'i2' })
  })
  it('says what the tie rule made of a tie across the line', () => {
    const vote = revealed('approval', [{ approve: ['i1', 'i2'] }])
    expect(lineText(vote, 'ko')).toBe('1개가 올라가는 경계의 동점 2개를 추첨 번호 2019/abc로 추첨했습니다.')
    expect(lineText({ ...vote, result: { ...vote.result, goesOn: null } }, 'ko')).toBe('')
  })
})
