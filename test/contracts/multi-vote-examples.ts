import type { MultiVote } from './multi-vote-profiles.ts'
import type { WorkedExample } from './worked-examples.ts'

const own = 'own, made for this project (licence: own)'

/** Counts by hand of the multi-vote and score methods. */
export const multiVoteExamples: Record<MultiVote, WorkedExample[]> = {
  approval: [
    {
      id: 'approval-at-most-two',
      title: 'At most two; one ballot has three, one names an item twice, one is blank',
      source: own,
      options: { max: 2 },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 3, approve: ['A', 'B'] },
        { weight: 2, approve: ['C'] },
        { weight: 1, approve: [] },
        { weight: 4, approve: ['A', 'B', 'C'] },
        { weight: 1, approve: ['C', 'C'] },
      ],
      expected: {
        scores: { A: 3, B: 3, C: 2 },
        votersPerItem: { A: 3, B: 3, C: 2 },
        accepted: 6,
        rejected: 5,
        ranking: [['A', 'B'], ['C']],
        figures: { voters: 6 },
      },
    },
  ],
  'for-against': [
    {
      id: 'for-against-by-share',
      title: 'Abstaining takes no side; just half does not pass; an item without an answer is level',
      source: own,
      options: { threshold: 0.5, order: 'share-for' },
      candidates: ['A', 'B', 'C', 'D'],
      ballots: [
        { weight: 3, answers: { A: 'for', B: 'for', C: 'against' } },
        { weight: 1, answers: { A: 'against', B: 'against', C: 'abstain' } },
        { weight: 2, answers: { B: 'against', C: 'for' } },
      ],
      expected: {
        scores: { A: 0.5, B: 0, C: -0.2, D: 0 },
        votersPerItem: { A: 4, B: 6, C: 6, D: 0 },
        accepted: 6,
        rejected: 0,
        ranking: [['A'], ['B', 'D'], ['C']],
        figures: {
          items: {
            A: { for: 3, against: 1, abstain: 0, shareFor: 0.75, passes: true },
            B: { for: 3, against: 3, abstain: 0, shareFor: 0.5, passes: false },
            C: { for: 2, against: 3, abstain: 1, shareFor: 0.4, passes: false },
            D: { for: 0, against: 0, abstain: 0, shareFor: null, passes: false },
          },
          passed: ['A'],
        },
      },
    },
    {
      id: 'for-against-by-difference',
      title: 'The same room by for minus against: a small item with a large share falls behind',
      source: own,
      options: { order: 'for-minus-against' },
      candidates: ['A', 'B'],
      ballots: [
        { weight: 3, answers: { A: 'for', B: 'for' } },
        { weight: 3, answers: { A: 'for' } },
        { weight: 2, answers: { A: 'against' } },
      ],
      expected: {
        scores: { A: 4, B: 3 },
        votersPerItem: { A: 8, B: 3 },
        accepted: 8,
        rejected: 0,
        ranking: [['A'], ['B']],
        figures: { items: { A: { shareFor: 0.75 }, B: { shareFor: 1 } }, passed: ['A', 'B'] },
      },
    },
  ],
  points: [
    {
      id: 'points-hundred',
      title: 'A hundred points; fewer may be given, more may not',
      source: own,
      options: { total: 100 },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 2, points: { A: 60, B: 40 } },
        { weight: 1, points: { C: 80 } },
        { weight: 1, points: { A: 100, B: 1 } },
      ],
      expected: {
        scores: { A: 120, B: 80, C: 80 },
        votersPerItem: { A: 2, B: 2, C: 1 },
        accepted: 3,
        rejected: 1,
        ranking: [['A'], ['B', 'C']],
      },
    },
  ],
  quadratic: [
    {
      id: 'quadratic-no-half-prices',
      title: 'Nine credits buy three votes on one item or one vote on nine; a vote against costs the same',
      source: own,
      options: { credits: 9 },
      candidates: ['A', 'B'],
      ballots: [
        { weight: 1, votes: { A: 3 } },
        { weight: 2, votes: { A: -2, B: 2 } },
        { weight: 1, votes: { A: 3, B: 1 } },
      ],
      expected: {
        scores: { A: -1, B: 4 },
        votersPerItem: { A: 3, B: 2 },
        accepted: 3,
        rejected: 1,
        ranking: [['B'], ['A']],
        figures: { creditsSpent: { A: 17, B: 8 } },
      },
    },
  ],
  score: [
    {
      id: 'score-zero-to-ten',
      title: '0 to 10: a mean of 0 is still above an item that nobody rated',
      source: own,
      options: { min: 0, max: 10 },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 1, scores: { A: 10, B: 0 } },
        { weight: 1, scores: { A: 5 } },
        { weight: 1, scores: { A: 11 } },
      ],
      expected: {
        scores: { A: 7.5, B: 0, C: -1 },
        votersPerItem: { A: 2, B: 1, C: 0 },
        accepted: 2,
        rejected: 1,
        ranking: [['A'], ['B'], ['C']],
        figures: { rankingByMean: [['A'], ['B']], unrated: ['C'], items: { C: { n: 0, mean: null, sd: null } } },
      },
    },
  ],
  'majority-judgment': [
    {
      id: 'mj-gauge',
      title: 'Four items of one grade: + by the share above, − by the share below',
      source: own,
      options: { min: 1, max: 5, unrated: 'left-out' },
      candidates: ['A', 'B', 'C', 'D'],
      ballots: [
        { weight: 4, scores: { A: 5, B: 4, C: 3, D: 3 } },
        { weight: 3, scores: { A: 3, B: 3, C: 3, D: 3 } },
        { weight: 1, scores: { A: 3, B: 3, C: 2, D: 3 } },
        { weight: 2, scores: { A: 1, B: 3, C: 1, D: 2 } },
      ],
      expected: {
        scores: { A: 3.4, B: 3.4, C: 2.7, D: 2.8 },
        votersPerItem: { A: 10, B: 10, C: 10, D: 10 },
        accepted: 10,
        rejected: 0,
        ranking: [['A', 'B'], ['D'], ['C']],
        figures: { items: { A: { n: 10, grade: 3, sign: '+', above: 4, below: 2 }, C: { sign: '-', below: 3 } } },
      },
    },
    {
      id: 'mj-dart',
      title: 'Ten judges, five grades: the gauge leaves A, B and D level, where the full majority value puts B first',
      source: 'grades of the example of MieuxVoter’s majority_judgment 0.1.0 (pub.dev, MIT), gauge by hand',
      options: { min: 1, max: 5 },
      candidates: ['A', 'B', 'C', 'D'],
      ballots: [
        { weight: 1, scores: { A: 1, B: 1, C: 1, D: 1 } },
        { weight: 2, scores: { A: 2, B: 2, C: 1, D: 2 } },
        { weight: 1, scores: { A: 3, B: 3, C: 2, D: 3 } },
        { weight: 3, scores: { A: 3, B: 3, C: 3, D: 3 } },
        { weight: 1, scores: { A: 4, B: 4, C: 4, D: 4 } },
        { weight: 1, scores: { A: 4, B: 5, C: 5, D: 4 } },
        { weight: 1, scores: { A: 5, B: 5, C: 5, D: 5 } },
      ],
      expected: {
        scores: { A: 2.7, B: 2.7, C: 2.6, D: 2.7 },
        votersPerItem: { A: 10, B: 10, C: 10, D: 10 },
        accepted: 10,
        rejected: 0,
        ranking: [['A', 'B', 'D'], ['C']],
      },
    },
    {
      id: 'mj-not-graded',
      title: 'What is not graded counts as the lowest grade, but a blank ballot says nothing',
      source: own,
      options: { min: 1, max: 5, unrated: 'lowest' },
      candidates: ['A', 'B'],
      ballots: [
        { weight: 2, scores: { A: 5, B: 3 } },
        { weight: 3, scores: { B: 3 } },
        { weight: 9, scores: {} },
      ],
      expected: {
        scores: { A: 1.4, B: 3 },
        votersPerItem: { A: 2, B: 5 },
        accepted: 14,
        rejected: 0,
        ranking: [['B'], ['A']],
        figures: { items: { A: { n: 5, grade: 1, histogram: { 1: 3, 5: 2 } } } },
      },
    },
  ],
  criteria: [
    {
      id: 'criteria-weights',
      title: 'Two criteria, the first three times as heavy; an item without a mean comes last',
      source: own,
      options: { criteria: ['구체성', '실현가능성'], weights: [3, 1] },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 1, criteria: { 구체성: { A: 5, B: 2 }, 실현가능성: { A: 1, B: 5, C: 5 } } },
        { weight: 1, criteria: { 구체성: { A: 4, B: 2 }, 실현가능성: { A: 1 } } },
        { weight: 1, criteria: { 객관성: { A: 4 } } },
      ],
      expected: {
        scores: { A: 3.625, B: 2.75, C: 0 },
        votersPerItem: { A: 2, B: 2, C: 1 },
        accepted: 2,
        rejected: 1,
        ranking: [['A'], ['B'], ['C']],
        figures: { means: { A: [4.5, 1], B: [2, 5], C: [null, 5] }, incomplete: ['C'] },
      },
    },
  ],
  matrix: [
    {
      id: 'matrix-on-the-line',
      title: 'On the line counts as high; the lines at the middle of the scale',
      source: own,
      options: { criteria: ['importance', 'urgency'], weights: [1, 1], crosshair: 'scale-midpoint' },
      candidates: ['A', 'B', 'C'],
      ballots: [
        { weight: 1, criteria: { importance: { A: 5, B: 3, C: 2 }, urgency: { A: 2, B: 3, C: 1 } } },
        { weight: 1, criteria: { importance: { A: 4, B: 3, C: 2 }, urgency: { A: 3, B: 3, C: 1 } } },
      ],
      expected: {
        scores: { A: 3.5, B: 3, C: 1.5 },
        votersPerItem: { A: 2, B: 2, C: 2 },
        accepted: 2,
        rejected: 0,
        ranking: [['A'], ['B'], ['C']],
        figures: { crosshair: [3, 3], quadrant: { A: 'HL', B: 'HH', C: 'LL' } },
      },
    },
  ],
}
