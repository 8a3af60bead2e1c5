import type { WorkedExample } from './worked-examples.ts'

const capitals = {
  candidates: ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'],
  ballots: [
    { weight: 42, ranking: [['Memphis'], ['Nashville'], ['Chattanooga'], ['Knoxville']] },
    { weight: 26, ranking: [['Nashville'], ['Chattanooga'], ['Knoxville'], ['Memphis']] },
    { weight: 15, ranking: [['Chattanooga'], ['Knoxville'], ['Nashville'], ['Memphis']] },
    { weight: 17, ranking: [['Knoxville'], ['Chattanooga'], ['Nashville'], ['Memphis']] },
  ],
}
const counts = {
  votersPerItem: { Memphis: 100, Nashville: 100, Chattanooga: 100, Knoxville: 100 },
  accepted: 100,
  rejected: 0,
}
const tennessee = (
  id: string,
  options: WorkedExample['options'],
  scores: Record<string, number>,
  ranking: string[][],
  figures?: Record<string, unknown>,
): WorkedExample => ({
  id: `${id}-tennessee`,
  title: 'The capital of Tennessee',
  source: 'Wikipedia, Tennessee capital example (licence: facts from a published example)',
  options,
  ...capitals,
  expected: { ...counts, scores, ranking, ...(figures && { figures }) },
})
const byDuels = [['Nashville'], ['Chattanooga'], ['Knoxville'], ['Memphis']]

/** Counts of ranked ballots that others have published. */
export const rankedExamples = {
  borda: [
    tennessee('borda', {}, { Memphis: 126, Nashville: 194, Chattanooga: 173, Knoxville: 107 }, [
      ['Nashville'],
      ['Chattanooga'],
      ['Memphis'],
      ['Knoxville'],
    ]),
  ],
  'topk-points': [
    tennessee('topk-points', { points: [2, 1] }, { Memphis: 84, Nashville: 94, Chattanooga: 73, Knoxville: 49 }, [
      ['Nashville'],
      ['Memphis'],
      ['Chattanooga'],
      ['Knoxville'],
    ]),
  ],
  copeland: [
    tennessee('copeland', {}, { Memphis: -3, Nashville: 3, Chattanooga: 1, Knoxville: -1 }, byDuels, {
      condorcetWinner: 'Nashville',
      smithSet: ['Nashville'],
    }),
  ],
  schulze: [
    tennessee('schulze', {}, { Memphis: 0, Nashville: 3, Chattanooga: 2, Knoxville: 1 }, byDuels, {
      condorcetWinner: 'Nashville',
    }),
  ],
  'ranked-pairs': [
    tennessee('ranked-pairs', {}, { Memphis: 0, Nashville: 3, Chattanooga: 2, Knoxville: 1 }, byDuels, {
      possibleWinners: ['Nashville'],
      exhaustive: true,
    }),
  ],
  irv: [
    tennessee(
      'irv',
      {},
      { Memphis: 2, Nashville: 1, Chattanooga: 0, Knoxville: 3 },
      [['Knoxville'], ['Memphis'], ['Nashville'], ['Chattanooga']],
      { winner: 'Knoxville', eliminated: ['Chattanooga', 'Nashville', 'Memphis'] },
    ),
  ],
} satisfies Record<string, WorkedExample[]>
