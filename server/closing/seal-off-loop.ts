import type { CastBallot, ClosedVote, Seal } from '../../shared/results/seal.ts'
import { inThread } from './in-thread.ts'

export interface SealOrder {
  vote: ClosedVote
  cast: readonly CastBallot[]
}

/**
 * Seal a vote in a thread of its own: Equal Shares with a completion or opinion groups may count for seconds, and a hall
 * is on the event loop meanwhile. The same vote and ballots give the same bytes as `seal`. Rejects when the thread fails.
 */
export const sealOffLoop = (vote: ClosedVote, cast: readonly CastBallot[]): Promise<Seal> =>
  inThread<SealOrder, Seal>('seal-worker.js', { vote, cast })
