import { rounded } from '../common/rounded.ts'

/** What a group says to one statement. */
export interface Opinion {
  agrees: number
  disagrees: number
  passes: number
}

const nobody = (): Opinion => ({ agrees: 0, disagrees: 0, passes: 0 })

/** For each statement, what these rows say to it. */
export function opinionsOf(rows: readonly { votes: string; weight: number }[], statements: number): Opinion[] {
  const opinions = Array.from({ length: statements }, nobody)
  for (const { votes, weight } of rows) {
    opinions.forEach((opinion, s) => {
      if (votes[s] === '+') opinion.agrees += weight
      else if (votes[s] === '-') opinion.disagrees += weight
      else if (votes[s] === '0') opinion.passes += weight
    })
  }
  return opinions
}

/**
 * Group-informed consensus of Polis: the product over the groups of (agrees + 1) / (votes + 2), so that a statement
 * stands high only when every group agrees. 0 when there are no groups.
 */
export const groupConsensus = (groups: readonly Opinion[], side: 'agrees' | 'disagrees'): number =>
  groups.length === 0 ? 0 : rounded(groups.reduce((product, opinion) => product * likely(opinion, side), 1))

/** How much the groups differ: the largest less the smallest of their (agrees + 1) / (votes + 2). */
export function divisionOf(groups: readonly Opinion[]): number {
  if (groups.length === 0) return 0
  const shares = groups.map((opinion) => likely(opinion, 'agrees'))
  return rounded(Math.max(...shares) - Math.min(...shares))
}

const likely = (opinion: Opinion, side: 'agrees' | 'disagrees'): number =>
  (opinion[side] + 1) / (opinion.agrees + opinion.disagrees + opinion.passes + 2)
