import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'

/** Beyond three quarters of what there is, collecting garbage takes the time that ballots need. */
const SHARE = 0.75

/** Bytes that this process should stay below: of the machine, of its container and of V8's own limit the smallest counts. */
export function memoryBound(): number {
  // Without a container it is 0, missing, or a number larger than any machine.
  const container = process.constrainedMemory() || Infinity
  return SHARE * Math.min(totalmem(), container, getHeapStatistics().heap_size_limit)
}

export const memoryCondition = (rssBytes: number, boundBytes: number): 'fine' | 'high' =>
  rssBytes > boundBytes ? 'high' : 'fine'
