/** In ms, with one decimal. */
export interface Percentiles {
  p50: number
  p95: number
  p99: number
  max: number
}

/** Nearest rank: the smallest value that at least this share of all values does not exceed. Null without values. */
export function percentiles(values: readonly number[]): Percentiles | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

const round = (ms: number): number => Math.round(ms * 10) / 10
