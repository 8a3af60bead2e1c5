import type { Ballot, Weighted } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'

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
  }
}

/** At least one for every method: the type demands it. */
export const workedExamples: Record<MethodId, WorkedExample[]> = {
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
}
