import type { Ballot, Weighted } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
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
