import { describe, expect, it } from 'vitest'
import { limits } from '../../shared/base/limits.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { cleanText } from '../../shared/base/text.ts'
import { similarPairs } from '../../shared/similarity/index.ts'
import { issues } from './issues.ts'
import { humanPause, medianMs } from './pace.ts'
import { writeDetail, writeIssue } from './writing.ts'

describe('what simulated residents write', () => {
  it('has at least 120 sentences, all different, some of them alike', () => {
    expect(new Set(issues).size).toBe(issues.length)
    expect(issues.length).toBeGreaterThanOrEqual(120)
    const pairs = similarPairs(issues.map((title, i) => ({ id: `i${i + 1}`, title })))
    expect(pairs.length).toBeGreaterThanOrEqual(5)
  })

  it('[REHEARSE-3] is taken as it is written', () => {
    const random = seededRandom('words')
    for (let i = 0; i < 1_000; i += 1) {
      const text = writeIssue(random)
      expect(cleanText(text, limits.issueText)).toEqual({ ok: true, value: text })
      const detail = writeDetail(random)
      if (detail !== '') expect(cleanText(detail, limits.issueDetail)).toEqual({ ok: true, value: detail })
    }
  })
})

describe('humanPause', () => {
  it('is as long as people take: half of them less than the median, nobody more than four times as long', () => {
    const random = seededRandom('pauses')
    const pauses = Array.from({ length: 2_000 }, () => humanPause('ballot', 1, random))
    const quick = pauses.filter((ms) => ms < medianMs.ballot).length
    expect(quick).toBeGreaterThan(900)
    expect(quick).toBeLessThan(1_100)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4 * medianMs.ballot)
    expect(Math.min(...pauses)).toBeGreaterThan(0)
  })

  it('shrinks with the hurry', () => {
    expect(humanPause('ballot', 0, seededRandom('x'))).toBe(0)
    expect(humanPause('ballot', 0.5, seededRandom('x'))).toBe(humanPause('ballot', 1, seededRandom('x')) / 2)
  })
})
