import { describe, expect, it } from 'vitest'
import { robustnessOf, type Rule } from './robustness.ts'

const read = (...lines: string[]) =>
  lines.map((line) => {
    const [weight, order] = line.split(' ')
    return { weight: Number(weight), ranking: order!.split('>').map((group) => group.split('=')) }
  })
const borda: Rule = {
  method: 'borda',
  parameters: { points: 'm-1..0', ties: 'average', unranked: 'average-of-remaining', topK: 3, tiesAllowed: true },
}

describe('robustness panel', () => {
  it('[ROBUST-1] every other rule for the shape, the own one first, parameters of the same name kept', () => {
    const { rules } = robustnessOf(borda, read('1 A>B>C'), ['A', 'B', 'C'], 1)
    expect(rules[0]).toMatchObject(borda)
    expect(rules.map(({ method }) => method).sort()).toEqual(
      [
        'borda',
        'borda',
        'copeland',
        'irv',
        'irv',
        'irv',
        'ranked-pairs',
        'ranked-pairs',
        'schulze',
        'schulze',
        'topk-points',
      ].sort(),
    )
    const schulze = rules.filter(({ method }) => method === 'schulze').map(({ parameters }) => parameters)
    expect(schulze).toEqual([
      { strength: 'winning-votes', unranked: 'tied-last', topK: 3, tiesAllowed: true },
      { strength: 'margins', unranked: 'tied-last', topK: 3, tiesAllowed: true },
    ])
  })

  it('[ROBUST-2] safe and out where all rules agree', () => {
    const { standings } = robustnessOf(borda, read('9 A>B>C', '1 A>C>B'), ['A', 'B', 'C'], 1)
    expect(standings).toEqual({ A: 'safe', B: 'out', C: 'out' })
  })

  it('[ROBUST-2] depends on the rule: Condorcet 1785, Borda elects B and all duels A', () => {
    const ballots = read('30 A>B>C', '1 A>C>B', '29 B>A>C', '10 B>C>A', '10 C>A>B', '1 C>B>A')
    const { standings } = robustnessOf(borda, ballots, ['A', 'B', 'C'], 1)
    expect(standings).toEqual({ A: 'depends-on-the-rule', B: 'depends-on-the-rule', C: 'out' })
  })

  it('[ROBUST-2] contested: a tie across the border, or an interval that reaches across it', () => {
    const level = robustnessOf(borda, read('1 A>B', '1 B>A'), ['A', 'B', 'C'], 1)
    expect(level.standings).toEqual({ A: 'contested', B: 'contested', C: 'out' })
    const near = robustnessOf(borda, read('9 A>B>C', '1 A>C>B'), ['A', 'B', 'C'], 1, {
      A: { low: 1, high: 2 },
      B: { low: 1, high: 2 },
      C: { low: 3, high: 3 },
    })
    expect(near.standings).toEqual({ A: 'contested', B: 'contested', C: 'out' })
  })

  it('[ROBUST-3] no ballots, no items; ballots that the own rule refuses count nowhere', () => {
    expect(robustnessOf(borda, [], ['A', 'B'], 1).standings).toEqual({ A: 'contested', B: 'contested' })
    expect(robustnessOf(borda, [], [], 3).standings).toEqual({})
    const { rules } = robustnessOf(borda, read('1 A>B', '9 B>X'), ['A', 'B'], 1)
    expect(rules.every(({ ranking }) => ranking[0]?.[0] === 'A')).toBe(true)
  })

  it('[ROBUST-3] a rule that would refuse a ballot, or lacks a budget, takes no part', () => {
    const own: Rule = { method: 'criteria', parameters: { criteria: ['benefit'], weights: [1], min: 1, max: 5 } }
    const rated = [{ weight: 3, criteria: { benefit: { A: 5, B: 2 } } }]
    expect(robustnessOf(own, rated, ['A', 'B'], 1).rules.map(({ method }) => method)).toEqual(['criteria'])
    const approval: Rule = { method: 'approval', parameters: { max: 0 } }
    const approved = [{ weight: 3, approve: ['A'] }]
    expect(robustnessOf(approval, approved, ['A', 'B'], 1).rules.map(({ method }) => method)).toEqual(['approval'])
  })
})
