import { rounded } from './rounded.ts'

/** How far two people who coded the same notes agree. */
export interface CodingReliability {
  /** share of the notes that both gave the same code */
  observed: number | null
  expectedByChance: number | null
  /** (observed − expected) / (1 − expected); null where both used one code only */
  kappa: number | null
  /** 2M / (N1 + N2); the same as `observed` when both coded all notes */
  holsti: number | null
}

/**
 * Cohen's kappa (1960, Educational and Psychological Measurement 20(1), 37–46) and Holsti's coefficient (1969).
 * `table[a][b]` is the number of notes to which the first coder gave code a and the second code b.
 */
export function codingReliability(table: readonly (readonly number[])[]): CodingReliability {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = table.map((_, b) => table.reduce((sum, row) => sum + (row[b] ?? 0), 0))
  const n = rows.reduce((sum, count) => sum + count, 0)
  if (n === 0) return { observed: null, expectedByChance: null, kappa: null, holsti: null }
  const agreed = table.reduce((sum, row, a) => sum + (row[a] ?? 0), 0)
  const byChance = rows.reduce((sum, count, code) => sum + count * columns[code]!, 0)
  const most = n * n - byChance
  return {
    observed: agreed / n,
    expectedByChance: byChance / (n * n),
    kappa: most === 0 ? null : rounded((agreed * n - byChance) / most),
    holsti: (2 * agreed) / (n + n),
  }
}
