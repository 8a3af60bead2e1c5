import { rounded } from '../common/rounded.ts'
import { pairedT } from '../common/student-t.ts'

/** `people` who gave both answers alike. Answers are whole numbers on one scale. */
export interface Pair {
  importance: number
  current: number
  people: number
}

/** What is needed of one item. Means and deviations are of the people who gave both answers. */
export interface Need {
  /** people with both answers; one half alone is dropped */
  n: number
  meanImportance: number | null
  sdImportance: number | null
  meanCurrent: number | null
  sdCurrent: number | null
  /** mean of importance − current */
  meanGap: number | null
  /** Σ(importance − current) × mean(importance) / N */
  borich: number | null
  /** paired t test of importance against current; null where all gaps are the same */
  t: number | null
  df: number
  /** two-tailed */
  p: number | null
}

/**
 * The needs index of Borich (1980), Journal of Teacher Education 31(3), 39–42, in the form of McKim & Saucier (2011),
 * Journal of Extension 49(2) 2TOT8. Only whole numbers are summed, so the order of the pairs cannot show.
 */
export function needOf(pairs: readonly Pair[]): Need {
  const gaps = new Map<number, number>()
  for (const { importance, current, people } of pairs) {
    gaps.set(importance - current, (gaps.get(importance - current) ?? 0) + people)
  }
  const sums = { n: 0, importance: 0, current: 0, importanceSquares: 0, currentSquares: 0 }
  for (const { importance, current, people } of pairs) {
    sums.n += people
    sums.importance += importance * people
    sums.current += current * people
    sums.importanceSquares += importance ** 2 * people
    sums.currentSquares += current ** 2 * people
  }
  const { n, importance, current } = sums
  const isEmpty = n === 0
  return {
    n,
    meanImportance: isEmpty ? null : importance / n,
    sdImportance: sdOf(n, importance, sums.importanceSquares),
    meanCurrent: isEmpty ? null : current / n,
    sdCurrent: sdOf(n, current, sums.currentSquares),
    meanGap: isEmpty ? null : (importance - current) / n,
    borich: isEmpty ? null : ((importance - current) * importance) / (n * n),
    ...pairedT(gaps),
  }
}

/** First letter importance, second gap: HH is what matters and is missing. Some papers name them the other way round. */
export type Quadrant = 'HH' | 'HL' | 'LH' | 'LL'

export interface Focus {
  /** the cross: means of the items' means; null without items */
  x0Importance: number | null
  y0Gap: number | null
  quadrant: Record<string, Quadrant>
  hh: string[]
  /** as many as there are in HH; those that tie with the last of them too */
  topKByBorich: string[]
  /** in both lists (1순위), in one of them (2순위) */
  firstPriority: string[]
  secondPriority: string[]
}

/**
 * The Locus for Focus (Mink, Shultz & Mink 1991) beside the Borich order, as Korean needs studies join them (after Cho
 * 2009). On the line counts as high. Items without an answer are left out.
 */
export function locusForFocus(needs: ReadonlyMap<string, Need>): Focus {
  const rated = [...needs].flatMap(([id, { meanImportance, meanGap, borich }]) =>
    meanImportance === null || meanGap === null || borich === null ? [] : [{ id, meanImportance, meanGap, borich }],
  )
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length)
  const x0Importance = mean(rated.map(({ meanImportance }) => meanImportance))
  const y0Gap = mean(rated.map(({ meanGap }) => meanGap))
  const letter = (value: number, line: number | null) => (rounded(value) >= (line ?? 0) ? 'H' : 'L')
  const quadrant = Object.fromEntries(
    rated.map(({ id, meanImportance, meanGap }): [string, Quadrant] => [
      id,
      `${letter(meanImportance, x0Importance)}${letter(meanGap, y0Gap)}`,
    ]),
  )
  const byBorich = [...rated].sort((a, b) => b.borich - a.borich)
  const hh = rated.map(({ id }) => id).filter((id) => quadrant[id] === 'HH')
  const last = byBorich[hh.length - 1]?.borich
  const topKByBorich = byBorich.filter(({ borich }) => last !== undefined && borich >= last).map(({ id }) => id)
  const lists = (id: string) => Number(hh.includes(id)) + Number(topKByBorich.includes(id))
  return {
    x0Importance,
    y0Gap,
    quadrant,
    hh,
    topKByBorich,
    firstPriority: rated.map(({ id }) => id).filter((id) => lists(id) === 2),
    secondPriority: rated.map(({ id }) => id).filter((id) => lists(id) === 1),
  }
}

const sdOf = (n: number, sum: number, squares: number): number | null =>
  n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (n * (n - 1)))
