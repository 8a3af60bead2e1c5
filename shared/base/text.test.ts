import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { cleanText, graphemes } from './text.ts'

const clean = (raw: string, max = 200) => cleanText(raw, max)

describe('cleanText', () => {
  it.each([
    ['  판로가 없어요  ', '판로가 없어요'],
    ['첫째\r\n둘째\r셋째', '첫째\n둘째\n셋째'],
    ['탭\t하나', '탭 하나'],
    ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국'],
    ['café\u0301', 'café\u0301'.normalize('NFC')],
    ['👩‍👩‍👧‍👦 돌봄', '👩‍👩‍👧‍👦 돌봄'],
    ['옛말 ᄒᆞᆫ글', '옛말 ᄒᆞᆫ글'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['=1+1', '=1+1'],
  ])('keeps %j as %j', (raw, value) => {
    expect(clean(raw)).toEqual({ ok: true, value })
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\u3000\u00a0 '],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['a Braille blank', '\u2800'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['variation selectors', '\ufe0f\ufe0e'],
  ])('takes %s for empty', (_, raw) => {
    expect(clean(raw)).toMatchObject({ refusal: 'text_empty' })
  })

  it.each([
    ['half of a surrogate pair', '가\ud83d나'],
    ['the other half', '가\ude00나'],
    ['a null character', '가\u0000나'],
    ['an escape', '가\u001b[31m나'],
    ['a control character of the second set', '가\u0085나'],
    ['a bidirectional override', '가\u202e나'],
    ['a bidirectional isolate', '가\u2066나'],
    ['a noncharacter', '가\ufdd0나'],
    ['a noncharacter at the end of a plane', '가\u{1fffe}나'],
    ['the reversed byte order mark', '가\ufffe나'],
    ['a stack of marks', `가${'\u0301'.repeat(5)}`],
    ['a stack on composed letters', `ế${'\u0323'.repeat(4)}`],
  ])('refuses %s', (_, raw) => {
    expect(clean(raw)).toMatchObject({ refusal: 'text_unsafe' })
  })

  it('counts letters as people do, and names the limit', () => {
    expect(clean('가'.repeat(200)).ok).toBe(true)
    expect(clean('👩‍👩‍👧‍👦'.repeat(10), 10).ok).toBe(true)
    expect(clean('가'.repeat(201))).toEqual({ ok: false, refusal: 'text_too_long', details: { max: 200 } })
  })

  it('bounds lines and bytes as well', () => {
    expect(clean(Array.from({ length: limits.textLines }, () => '줄').join('\n')).ok).toBe(true)
    expect(clean(Array.from({ length: limits.textLines + 1 }, () => '줄').join('\n'))).toMatchObject({
      refusal: 'text_too_long',
    })
    // 100 families of 25 bytes are 100 letters, and more than 2 kB.
    expect(clean('👩‍👩‍👧‍👦'.repeat(100))).toMatchObject({ refusal: 'text_too_long' })
  })

  it('never throws, is well-formed, and cleans only once, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const first = clean(raw)
        if (!first.ok) return
        expect(first.value).toBe(first.value.normalize('NFC').trim())
        expect(encodeURIComponent(first.value)).not.toBe('')
        expect(graphemes(first.value)).toBeLessThanOrEqual(200)
        expect(clean(first.value)).toEqual(first)
      }),
      { numRuns: 1_000 },
    )
  })
})
