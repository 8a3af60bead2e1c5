import { parentPort } from 'node:worker_threads'
import { seal } from '../../shared/results/seal.ts'
import type { SealOrder } from './seal-off-loop.ts'

// A thread of its own: counts one vote, answers with the seal, and ends.
parentPort?.once('message', ({ vote, cast }: SealOrder) => parentPort?.postMessage(seal(vote, cast)))
