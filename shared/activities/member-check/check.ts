import type { IssueId, SeatId } from '../../base/ids.ts'
import type { CheckAnswer } from './commands.ts'

/** What one participant says of one candidate issue. */
export interface Check {
  answer: CheckAnswer
  correction: string
}

/** By issue, then by seat; the seat is told to nobody. */
export type Checks = Readonly<Record<IssueId, Readonly<Record<SeatId, Check>>>>

export interface CheckCount {
  right: number
  partly: number
  wrong: number
  /** how people would say it, without who */
  corrections: string[]
}

export function countChecks(checks: Readonly<Record<SeatId, Check>> = {}): CheckCount {
  const all = Object.values(checks)
  const of = (answer: CheckAnswer) => all.filter((check) => check.answer === answer).length
  const corrections = all.map(({ correction }) => correction).filter(Boolean)
  // By their letters and not by when they came: the order would tell who.
  return { right: of('right'), partly: of('partly'), wrong: of('wrong'), corrections: corrections.sort() }
}

/** Confirmed: more than half of those who answered say that it is right, or right in part. */
export const isConfirmed = ({ right, partly, wrong }: CheckCount): boolean => right + partly > wrong

/** People who have answered for at least one issue. */
export const peopleIn = (checks: Checks): number => new Set(Object.values(checks).flatMap(Object.keys)).size
