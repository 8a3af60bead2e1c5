import { describe, expect, it } from 'vitest'
import { percentiles } from './percentiles.ts'

describe('percentiles', () => {
  it('is null without values', () => {
    expect(percentiles([])).toBeNull()
  })

  it('takes the nearest rank, whatever the order of the values', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentiles(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 })
  })

  it('is that value for a single one, rounded to a tenth', () => {
    expect(percentiles([7.26])).toEqual({ p50: 7.3, p95: 7.3, p99: 7.3, max: 7.3 })
  })

  it('leaves the values as they were', () => {
    const values = [3, 1, 2]
    percentiles(values)
    expect(values).toEqual([3, 1, 2])
  })
})
