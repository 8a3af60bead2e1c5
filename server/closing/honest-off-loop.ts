import type { Honest } from '../../shared/results/honest.ts'
import { inThread } from './in-thread.ts'

export interface HonestOrder {
  /** the sealed bytes */
  text: string
  digest: string
}

/* A result never changes, and a desk or a hall asks for the last ones. */
const KEPT = 8
const found = new Map<string, Promise<Honest>>()
let last: Promise<unknown> = Promise.resolve()

/**
 * How much a sealed result can bear, computed in a thread of its own: everything is counted again some hundred times,
 * which takes seconds. Asked for twice, it is computed once; one result after the other, so that a hall keeps its core.
 */
export function honestOffLoop({ text, digest }: HonestOrder): Promise<Honest> {
  const before = found.get(digest)
  if (before) return before
  const work = last.then(() => inThread<HonestOrder, Honest>('honest-worker.js', { text, digest }))
  last = work.catch(() => undefined)
  found.set(digest, work)
  work.catch(() => found.delete(digest))
  for (const oldest of [...found.keys()].slice(0, -KEPT)) found.delete(oldest)
  return work
}
