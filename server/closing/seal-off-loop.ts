import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CastBallot, ClosedVote, Seal } from '../../shared/results/seal.ts'

export interface SealOrder {
  vote: ClosedVote
  cast: readonly CastBallot[]
}

/**
 * Seal a vote in a thread of its own: Equal Shares with a completion or opinion groups may count for seconds, and a hall
 * is on the event loop meanwhile. The same vote and ballots give the same bytes as `seal`. Rejects when the thread fails.
 */
export function sealOffLoop(vote: ClosedVote, cast: readonly CastBallot[]): Promise<Seal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'seal-worker.js'))
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that seals ended with ${code}`)))
    worker.postMessage({ vote, cast } satisfies SealOrder)
  })
}
