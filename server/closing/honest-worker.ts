import { parentPort } from 'node:worker_threads'
import { honestOf } from '../../shared/results/honest.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import type { HonestOrder } from './honest-off-loop.ts'

// A thread of its own: looks at one sealed result, answers with how much it can bear, and ends.
parentPort?.once('message', ({ text, digest }: HonestOrder) =>
  parentPort?.postMessage(honestOf(SealedResult.parse(JSON.parse(text)), digest)),
)
