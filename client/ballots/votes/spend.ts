import type { VotesBallot } from '../../../shared/ballots/votes.ts'

type Votes = VotesBallot['votes']

/** n votes for or against one item cost n² credits. */
export const costOf = (n: number): number => n * n
export const spentIn = (votes: Votes): number => Object.values(votes).reduce((sum, n) => sum + costOf(n), 0)
