import { median, round, ROUNDS } from '../figures.ts'

export interface Row extends Record<string, string | number> {
  task: string
  'ours ms': number
  peer: string
  /** empty where there is nothing to compare with */
  'peer ms': number | string
  times: number | string
}

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Both in one run, turn by turn, medians of five after one round for warming up. */
export function compare(
  task: string,
  ours: () => unknown,
  peer: string,
  theirs: () => unknown,
  peerRounds = ROUNDS,
): Row {
  ours()
  const our: number[] = []
  const their: number[] = []
  for (let n = 0; n < ROUNDS; n += 1) {
    our.push(timed(ours))
    if (n < peerRounds) their.push(timed(theirs))
  }
  return row(task, median(our), peer, median(their))
}

/** Where there is nothing to compare with. */
export function alone(task: string, ours: () => unknown, peer = '–'): Row {
  ours()
  return { ...row(task, median(Array.from({ length: ROUNDS }, () => timed(ours))), peer, 0), 'peer ms': '', times: '' }
}

const row = (task: string, ours: number, peer: string, theirs: number): Row => ({
  task,
  'ours ms': round(ours, 3),
  peer,
  'peer ms': round(theirs, 1),
  times: round(theirs / ours, 1),
})

/** A benchmark that compares different answers compares nothing. */
export function same(ours: unknown, theirs: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('the two programs do not agree')
}
