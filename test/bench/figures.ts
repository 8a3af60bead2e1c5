import { percentiles } from '../../server/rehearsal/percentiles.ts'

export const ROUNDS = 5

/** Of five rounds the third: one that was disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** In ms; NaN where nothing was measured, which passes no limit. */
export function spread(values: readonly number[]): { p50: number; p95: number; p99: number; max: number } {
  return percentiles(values) ?? { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN, max: Number.NaN }
}

/** The median of each column over all rounds. */
export function medians<Row extends Record<string, number>>(rows: readonly Row[]): Row {
  const names = Object.keys(rows[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, round(median(rows.map((row) => row[name]!)))])) as Row
}

export function table(title: string, rows: readonly Record<string, string | number>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  const text = lines.map(
    (line) => `  ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`,
  )
  return [title, ...text, ''].join('\n')
}
