import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from './digest.ts'
import { ok, refuse } from './outcome.ts'
import { refusalCodes, refusals } from './refusals.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import { textIn } from './texts.ts'
import { rankByScore, ranksOf } from './weak-order.ts'

describe('weak orders', () => {
  it('puts the highest first and equal ones together, sorted', () => {
    expect(rankByScore({ i2: 3, i10: 5, i1: 3, i3: 0 })).toEqual([['i10'], ['i1', 'i2'], ['i3']])
    expect(rankByScore({})).toEqual([])
  })

  it('gives competition ranks: 1, 2, 2, 4', () => {
    expect(ranksOf([['a'], ['b', 'c'], ['d']])).toEqual({ a: 1, b: 2, c: 2, d: 4 })
  })

  it('is the same text, in whatever order the scores come', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5'), fc.integer({ min: 0, max: 3 })),
        (scores) => {
          const turned = Object.fromEntries(Object.entries(scores).reverse())
          expect(JSON.stringify(rankByScore(turned))).toBe(JSON.stringify(rankByScore(scores)))
        },
      ),
    )
  })
})

describe('seeded random', () => {
  it('repeats itself for the same seed, and is spread over [0, 1)', () => {
    const draw = (seed: string) => Array.from({ length: 2_000 }, seededRandom(seed))
    expect(draw('마당')).toEqual(draw('마당'))
    expect(draw('마당')).not.toEqual(draw('마당2'))
    const values = draw('x')
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    const mean = values.reduce((a, b) => a + b) / values.length
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
  })

  it('shuffles a copy that has every item once', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f']
    const once = shuffled(items, 'seed')
    expect(once).toEqual(shuffled(items, 'seed'))
    expect([...once].sort()).toEqual(items)
    expect(items).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(new Set(['1', '2', '3', '4', '5'].map((seed) => shuffled(items, seed).join())).size).toBeGreaterThan(1)
  })
})

describe('digests', () => {
  it('spells a value as RFC 8785 does', () => {
    // The numbers and the order of the standard's own example (section 3.2.2 and 3.2.3).
    const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], literals: [null, true, false] }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    )
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, 1: 3, '\u0080': 4 })).toBe('{"\\r":2,"1":3,"\u0080":4,"\u20ac":1}')
  })

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow()
    expect(() => canonicalJson({ a: Number.POSITIVE_INFINITY })).toThrow()
    expect(() => canonicalJson(undefined)).toThrow()
  })

  it('is SHA-256 of the UTF-8 bytes', () => {
    // FIPS 180-2, appendix B.1; and a Korean word, by another program.
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex('마당')).toBe('bcf71a239bbaaf8d1e5257cd1fb773a7d58444868b81b02131abf9b854184eba')
  })
})

describe('refusals', () => {
  it('have a status of HTTP that says whose fault it is', () => {
    for (const code of refusalCodes) {
      const { status, retry } = refusals[code]
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(status, code).toBeLessThan(600)
      if (retry) expect([429, 500, 503], code).toContain(status)
    }
  })

  it('are values, with details only where there are some', () => {
    expect(refuse('busy')).toEqual({ ok: false, refusal: 'busy' })
    expect(refuse('text_too_long', { max: 3 })).toEqual({ ok: false, refusal: 'text_too_long', details: { max: 3 } })
    expect(ok(1)).toEqual({ ok: true, value: 1 })
  })
})

it('a text that a language lacks is said in Korean', () => {
  expect(textIn({ ko: '투표', en: 'Vote' }, 'en')).toBe('Vote')
  expect(textIn({ ko: '투표', en: 'Vote' }, 'vi')).toBe('투표')
})
