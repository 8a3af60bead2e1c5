import type { Ballot, Weighted } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import { rankedExamples } from './ranked-examples.ts'
import { multiVoteExamples } from './multi-vote-examples.ts'

/** A count that somebody has done by hand, in the form of the recount format. */
export interface WorkedExample {
  id: string
  title: string
  /** where it comes from */
  source: string
  options: Parameters
  candidates: string[]
  ballots: Weighted<Ballot>[]
  expected: {
    scores: Record<string, number>
    votersPerItem: Record<string, number>
    accepted: number
    rejected: number
    ranking: string[][]
    figures?: Record<string, unknown>
  }
}

/** At least one for every method: the type demands it. */
export const workedExamples: Record<MethodId, WorkedExample[]> = {
  ...rankedExamples,
  ...multiVoteExamples,
  stickers: [
    {
      id: 'stickers',
      title: 'Five dots, at most three on one item; one ballot over the limit',
      source: 'own, made for this project (licence: own)',
      options: { perVoter: 5, perItem: 3 },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 2, stickers: { A: 3, B: 2 } },
        { weight: 3, stickers: { C: 2 } },
        { weight: 1, stickers: { A: 4, B: 1 } },
      ],
      expected: {
        scores: { A: 6, B: 4, C: 6 },
        votersPerItem: { A: 2, B: 2, C: 3 },
        accepted: 5,
        rejected: 1,
        ranking: [['A', 'C'], ['B']],
      },
    },
  ],
  'bradley-terry': [
    {
      id: 'bt-cycle-of-three',
      title: 'Each beats one other once: equal strengths, and beating nobody alike changes nothing',
      source: 'own, made for this project (licence: own)',
      options: { estimator: 'maximum-likelihood', perVoter: 2 },
      candidates: ['A', 'B', 'C'],
      ballots: [
        {
          weight: 2,
          pairs: [
            ['A', 'B'],
            ['B', 'C'],
          ],
        },
        { weight: 2, pairs: [['C', 'A']], alike: [['A', 'B']] },
        {
          weight: 1,
          pairs: [
            ['A', 'B'],
            ['B', 'A'],
          ],
        },
      ],
      expected: {
        scores: { A: 0, B: 0, C: 0 },
        votersPerItem: { A: 4, B: 4, C: 4 },
        accepted: 4,
        rejected: 1,
        ranking: [['A', 'B', 'C']],
        figures: { connected: true, aoiScore: { A: 50, B: 50, C: 50 }, meanWinProbability: { A: 0.5, B: 0.5, C: 0.5 } },
      },
    },
    {
      id: 'bt-two-items',
      title: 'Three wins to one: the log strengths differ by the natural logarithm of 3',
      source: 'closed form for two items, own',
      options: { estimator: 'maximum-likelihood' },
      candidates: ['A', 'B'],
      ballots: [
        { weight: 3, pairs: [['A', 'B']] },
        { weight: 1, pairs: [['B', 'A']] },
      ],
      expected: {
        scores: { A: 0.549306144334, B: -0.549306144334 },
        votersPerItem: { A: 4, B: 4 },
        accepted: 4,
        rejected: 0,
        ranking: [['A'], ['B']],
        figures: {
          meanWinProbability: { A: 0.75, B: 0.25 },
          // the difference has variance 1 / (4 × 0.75 × 0.25); each is half of it
          standardError: { A: 0.57735026919, B: 0.57735026919 },
        },
      },
    },
  ],
  ahp: [
    {
      id: 'ahp-two-items',
      title: 'Four times and once: the geometric mean is twice; one ballot compares the pair twice',
      source: 'own, made for this project (licence: own)',
      options: {},
      candidates: ['A', 'B'],
      ballots: [
        { weight: 1, comparisons: [['A', 'B', 4]] },
        { weight: 1, comparisons: [['B', 'A', 1]] },
        { weight: 2, comparisons: [] },
        {
          weight: 1,
          comparisons: [
            ['A', 'B', 2],
            ['B', 'A', 2],
          ],
        },
      ],
      expected: {
        scores: { A: 0.666666666667, B: 0.333333333333 },
        votersPerItem: { A: 2, B: 2 },
        accepted: 4,
        rejected: 1,
        ranking: [['A'], ['B']],
        figures: {
          combined: [
            [1, 2],
            [0.5, 1],
          ],
          lambdaMax: 2,
          cr: 0,
          experts: 2,
          inconsistentExperts: 0,
        },
      },
    },
  ],
  delphi: [
    {
      id: 'delphi-one-round',
      title: 'Four experts, one of them off the scale in a fifth ballot; one item rated by two',
      source: 'own, by the formulas of Korean Delphi reports (licence: own)',
      options: {},
      candidates: ['A', 'B'],
      ballots: [
        { weight: 2, scores: { A: 5, B: 2 } },
        { weight: 2, scores: { A: 4 } },
        { weight: 1, scores: { A: 9 } },
      ],
      expected: {
        scores: { A: 4.5, B: 2 },
        votersPerItem: { A: 4, B: 2 },
        accepted: 4,
        rejected: 1,
        ranking: [['A'], ['B']],
        figures: {
          items: {
            A: { n: 4, median: 4.5, q1: 4, q3: 5, cvr: 1, convergence: 0.5, shareHigh: 1, consensus: 'in' },
            B: { n: 2, median: 2, q1: 2, q3: 2, cvr: -1, convergence: 0, shareLow: 1, consensus: 'out' },
          },
        },
      },
    },
  ],
  borich: [
    {
      id: 'borich-half',
      title: 'Three say 5 and 4: no spread, no t; who gave one half only is left out',
      source: 'vector borich-zero-variance, with a second item (licence: own)',
      options: {},
      candidates: ['A', 'B'],
      ballots: [
        { weight: 3, needs: { A: { importance: 5, current: 4 }, B: { importance: 3 } } },
        { weight: 1, needs: { B: { importance: 6, current: 1 } } },
      ],
      expected: {
        scores: { A: 5, B: 0 },
        votersPerItem: { A: 3, B: 3 },
        accepted: 3,
        rejected: 1,
        ranking: [['A'], ['B']],
        figures: { items: { A: { n: 3, meanGap: 1, t: null, p: null }, B: { n: 0, borich: null } } },
      },
    },
  ],
  ipa: [
    {
      id: 'ipa-three-items',
      title: 'One item in each of three fields, the cross through the means 3 and 3',
      source: 'own, made for this project (licence: own)',
      options: {},
      candidates: ['A', 'B', 'C'],
      ballots: [
        {
          weight: 2,
          needs: {
            A: { importance: 5, current: 1 },
            B: { importance: 3, current: 5 },
            C: { importance: 1, current: 3 },
          },
        },
        { weight: 1, needs: { Z: { importance: 1 } } },
      ],
      expected: {
        scores: { A: 4, B: 3, C: 1 },
        votersPerItem: { A: 2, B: 2, C: 2 },
        accepted: 2,
        rejected: 1,
        ranking: [['A'], ['B'], ['C']],
        figures: { crosshair: { importance: 3, performance: 3 } },
      },
    },
  ],
  'opinion-groups': [
    {
      id: 'opinion-two-groups',
      title: 'Three against two: the votes of the vector opinion-gic, the groups found here',
      source: 'own, made for this project (licence: own)',
      options: {},
      candidates: ['s1', 's2', 's3'],
      ballots: [
        { weight: 2, opinions: { s1: 'agree', s2: 'agree', s3: 'disagree' } },
        { weight: 1, opinions: { s1: 'agree', s2: 'disagree', s3: 'pass' } },
        { weight: 1, opinions: { s1: 'disagree', s2: 'disagree', s3: 'agree' } },
        { weight: 1, opinions: { s1: 'disagree', s3: 'agree' } },
        { weight: 1, opinions: { s9: 'agree' } },
      ],
      expected: {
        scores: { s1: 0.2, s2: 0.2, s3: 0.15 },
        votersPerItem: { s1: 5, s2: 4, s3: 5 },
        accepted: 5,
        rejected: 1,
        ranking: [['s1', 's2'], ['s3']],
        figures: { k: 2, agrees: [3, 2, 2], disagrees: [2, 2, 2], gicDisagree: [0.15, 0.266666666667, 0.15] },
      },
    },
  ],
  'greedy-budget': [
    {
      id: 'greedy-knapsack',
      title: 'Knapsack ballots: one costs too much; the second by votes no longer fits and is passed over',
      source: 'own, made for this project (licence: own)',
      options: { budget: 10, costs: { A: 6, B: 5, C: 3 }, ballotType: 'knapsack' },
      candidates: ['A', 'B', 'C', 'D'],
      ballots: [
        { weight: 3, approve: ['A'] },
        { weight: 2, approve: ['B'] },
        { weight: 1, approve: ['C', 'D'] },
        { weight: 1, approve: ['A', 'B'] },
        { weight: 2, approve: [] },
      ],
      expected: {
        scores: { A: 3, B: 2, C: 1, D: 1 },
        votersPerItem: { A: 3, B: 2, C: 1, D: 1 },
        accepted: 8,
        rejected: 1,
        ranking: [['A'], ['B'], ['C', 'D']],
        figures: { winners: ['A', 'C'], order: ['A', 'C'], totalCost: 9, tieSeen: false },
      },
    },
  ],
  'equal-shares': [
    {
      id: 'mes-exactly-the-cost',
      title: 'Three people hold a third of 1 each: exactly the cost, which floating point misses',
      source: 'own, made for this project (licence: own)',
      options: { budget: 2, costs: { A: 1, B: 1 }, utility: 'cost', completion: 'none' },
      candidates: ['A', 'B'],
      ballots: [
        { weight: 1, approve: ['A'] },
        { weight: 1, approve: ['A'] },
        { weight: 1, approve: ['A'] },
        { weight: 3, approve: ['B'] },
      ],
      expected: {
        scores: { A: 2, B: 1 },
        votersPerItem: { A: 3, B: 3 },
        accepted: 6,
        rejected: 0,
        ranking: [['A'], ['B']],
        figures: { winners: ['A', 'B'], totalCost: 2, tieSeen: true, effectiveVotes: { A: 3, B: 3 } },
      },
    },
    {
      id: 'mes-add1',
      title: 'Add1: 5 each pays for A alone; 6 each would pay for B and C too, which is over the budget, so A it stays',
      source: 'own, by hand (licence: own)',
      options: { budget: 20, costs: { A: 10, B: 6, C: 6 }, utility: 'cost', completion: 'add1' },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 2, approve: ['A'] },
        { weight: 1, approve: ['B'] },
        { weight: 1, approve: ['C'] },
      ],
      expected: {
        scores: { A: 1, B: 0, C: 0 },
        votersPerItem: { A: 2, B: 1, C: 1 },
        accepted: 4,
        rejected: 0,
        ranking: [['A'], ['B', 'C']],
        figures: { winners: ['A'], totalCost: 10, finalVirtualBudget: 20 },
      },
    },
    {
      id: 'mes-add1u',
      title: 'The same with the rest spent by votes: B and C are level, one fits, and the order of the list decides',
      source: 'own, by hand (licence: own)',
      options: { budget: 20, costs: { A: 10, B: 6, C: 6 }, utility: 'cost', completion: 'add1u' },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 2, approve: ['A'] },
        { weight: 1, approve: ['B'] },
        { weight: 1, approve: ['C'] },
      ],
      expected: {
        scores: { A: 2, B: 1, C: 0 },
        votersPerItem: { A: 2, B: 1, C: 1 },
        accepted: 4,
        rejected: 0,
        ranking: [['A'], ['B'], ['C']],
        figures: { winners: ['A', 'B'], totalCost: 16, tieSeen: true },
      },
    },
  ],
  'best-worst': [
    {
      id: 'best-worst',
      title: 'Three sets of four out of five; one ballot names the same as best and worst',
      source: 'own, made for this project (licence: own)',
      options: { setSize: 4, perVoter: 2 },
      candidates: ['A', 'B', 'C', 'D', 'E'],
      ballots: [
        { weight: 2, sets: [{ set: ['A', 'B', 'C', 'D'], best: 'A', worst: 'D' }] },
        {
          weight: 1,
          sets: [
            { set: ['B', 'C', 'D', 'E'], best: 'C', worst: 'B' },
            { set: ['A', 'C', 'D', 'E'], best: 'E', worst: 'D' },
          ],
        },
        { weight: 1, sets: [{ set: ['A', 'B', 'C', 'D'], best: 'A', worst: 'A' }] },
      ],
      expected: {
        scores: { A: 2, B: -1, C: 1, D: -3, E: 1 },
        votersPerItem: { A: 3, B: 3, C: 3, D: 3, E: 1 },
        accepted: 3,
        rejected: 1,
        ranking: [['A'], ['C', 'E'], ['B'], ['D']],
        figures: { appearances: { A: 3, B: 3, C: 4, D: 4, E: 2 }, best: { A: 2, B: 0, C: 1, D: 0, E: 1 } },
      },
    },
  ],
}
