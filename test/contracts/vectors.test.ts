import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Recount } from '../../shared/methods/recount.ts'
import { recounts, type RecountId } from '../../shared/methods/recounts.ts'

interface Case {
  id: string
  method: RecountId
  title: string
  source: string
  options: { tolerance?: number }
  expected: Record<string, unknown>
}
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../vectors/ranking.json'), 'utf8')) as {
  cases: Case[]
}
/* Where an example does not say how exact it is. */
const TOLERANCE = 1e-9

describe('worked examples', () => {
  it.each(cases)('[RECOUNT-1] $id ($method): $title ($source)', ({ method, expected, ...given }) => {
    const { tolerance = TOLERANCE, ...options } = given.options
    const recount: Recount = recounts[method]
    const found = recount.count(recount.input.parse({ ...given, options }))
    expect(JSON.parse(JSON.stringify(found)), 'plain JSON').toEqual(found)
    expect(differences(found, expected, tolerance, '')).toEqual([])
  })
})

/** Where a result is not what was expected; it may have more members. */
function differences(found: unknown, expected: unknown, tolerance: number, at: string): string[] {
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(found - expected) <= tolerance ? [] : [`${at}: ${found}, not ${expected}`]
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length !== found.length) {
    return [`${at}: ${found.length} of ${expected.length}`]
  }
  if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found !== null) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differences((found as Record<string, unknown>)[name], value, tolerance, `${at}.${name}`),
    )
  }
  return Object.is(found, expected) ? [] : [`${at}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`]
}
