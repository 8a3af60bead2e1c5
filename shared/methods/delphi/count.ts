import { rounded } from '../common/rounded.ts'
import { quantileOfCounts, summarize } from '../common/statistics.ts'
import { criticalCount, cvrOf, type CvrTable } from './cvr.ts'

export interface DelphiRules {
  /** the scale, whole numbers */
  min: number
  max: number
  /** from here up an answer says "essential", or "high" */
  essentialFrom: number
  /** down to here an answer is "low" */
  lowTo: number
  /** how quartiles lie between two answers; programs differ */
  quartiles: 'type 7 (linear)' | 'type 6 (exclusive)'
  /** in: at least this share high and less than that share low */
  consensusIn: readonly [number, number]
  /** out: at least this share low and less than that share high */
  consensusOut: readonly [number, number]
  criticalCvr: CvrTable
}

/**
 * One item in one round, by the usual indices of Korean Delphi reports. Shares are of those who answered, 0 to 1; a
 * figure that has no meaning (nobody answered, a median of 0) is null.
 */
export interface DelphiItem {
  n: number
  mean: number | null
  /** of a sample (n − 1) */
  sd: number | null
  median: number | null
  q1: number | null
  q3: number | null
  iqr: number | null
  essential: number
  shareHigh: number | null
  shareLow: number | null
  consensus: 'in' | 'out' | 'none' | null
  cvr: number | null
  /** how many must say "essential", by the table chosen; null where the panel is too small for it */
  criticalCount: number | null
  valid: boolean | null
  /** 수렴도, (Q3 − Q1) / 2: near 0 is good, up to 0.5 is accepted */
  convergence: number | null
  /** 합의도, 1 − (Q3 − Q1) / median: near 1 is good, from 0.75 is accepted; below 0 on a split panel */
  consensusDegree: number | null
  /** 안정도, sd / mean: up to 0.5 no further round, from 0.8 another one */
  stability: number | null
  histogram: Record<string, number>
}

/** `counts[i]` people gave `rules.min + i`. */
export function delphiItem(counts: readonly number[], rules: DelphiRules): DelphiItem {
  const { n, mean, median, sd, histogram } = summarize(counts, rules.min)
  const type = rules.quartiles === 'type 7 (linear)' ? 7 : 6
  const q1 = quantileOfCounts(counts, rules.min, 0.25, type)
  const q3 = quantileOfCounts(counts, rules.min, 0.75, type)
  const iqr = q1 === null || q3 === null ? null : q3 - q1
  const answers = (from: number, to: number) =>
    counts.reduce((sum, count, i) => (rules.min + i >= from && rules.min + i <= to ? sum + count : sum), 0)
  const essential = answers(rules.essentialFrom, rules.max)
  const low = answers(rules.min, rules.lowTo)
  const needed = criticalCount(n, rules.criticalCvr)
  return {
    n,
    mean,
    sd,
    median,
    q1,
    q3,
    iqr,
    essential,
    shareHigh: n === 0 ? null : essential / n,
    shareLow: n === 0 ? null : low / n,
    consensus: n === 0 ? null : consensusOf(essential / n, low / n, rules),
    cvr: cvrOf(n, essential),
    criticalCount: needed,
    valid: needed === null ? null : essential >= needed,
    convergence: iqr === null ? null : iqr / 2,
    consensusDegree: iqr === null || !median ? null : rounded(1 - iqr / median),
    stability: sd === null || !mean ? null : rounded(sd / mean),
    histogram,
  }
}

/** How an item moved from one round to the next: the median, the spread. */
export function shiftOf(
  before: Pick<DelphiItem, 'median' | 'iqr'>,
  after: Pick<DelphiItem, 'median' | 'iqr'>,
): { medianShift: number | null; iqrShift: number | null } {
  return { medianShift: differenceOf(before.median, after.median), iqrShift: differenceOf(before.iqr, after.iqr) }
}

/** What `weight` people answered in two rounds; null or left out where they did not. */
export interface Twice {
  before: number | null | undefined
  after: number | null | undefined
  weight: number
}

/** How many answered in both rounds, and the share of them that gave the same answer; null when there are none. */
export function shareKept(answers: readonly Twice[]): { answeredTwice: number; shareKept: number | null } {
  const both = answers.filter(({ before, after }) => isAnswer(before) && isAnswer(after))
  const answeredTwice = peopleIn(both)
  const kept = peopleIn(both.filter(({ before, after }) => before === after))
  return { answeredTwice, shareKept: answeredTwice === 0 ? null : kept / answeredTwice }
}

const isAnswer = (answer: number | null | undefined): boolean => answer !== null && answer !== undefined
const peopleIn = (answers: readonly Twice[]): number => answers.reduce((sum, { weight }) => sum + weight, 0)

function consensusOf(high: number, low: number, { consensusIn, consensusOut }: DelphiRules): 'in' | 'out' | 'none' {
  if (high >= consensusIn[0] && low < consensusIn[1]) return 'in'
  return low >= consensusOut[0] && high < consensusOut[1] ? 'out' : 'none'
}

const differenceOf = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before
