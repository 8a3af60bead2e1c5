import { describe, expect, it } from 'vitest'
import { refuse } from '../base/outcome.ts'
import { refusalCodes } from '../base/refusals.ts'
import { en } from './en/language.ts'
import { ko } from './ko/language.ts'
import { loadRefusalTexts } from './refusal-text.ts'
import { fill } from './translate.ts'

describe('fill', () => {
  it.each([
    ['{what:을/를} 지웠습니다', '의제', '를 지웠습니다'],
    ['{what:을/를} 지웠습니다', '계획', '을 지웠습니다'],
    ['{what:은/는}', '마당', '은'],
    ['{what:은/는}', '투표', '는'],
    ['{what:이/가}', '분야', '가'],
    ['{what:으로/로}', '서울', '로'],
    ['{what:으로/로}', '마당', '으로'],
    ['{what:으로/로}', '학교', '로'],
  ])('[I18N-6] Korean %s after %s', (sentence, what, expected) => {
    expect(fill(sentence, { what }, ko)).toBe(expected)
  })

  it.each([
    [1, '이'],
    [2, '가'],
    [3, '이'],
    [4, '가'],
    [5, '가'],
    [6, '이'],
    [7, '이'],
    [8, '이'],
    [9, '가'],
    [10, '이'],
    [125, '가'],
  ])('[I18N-6] a Korean particle agrees with the number %i as it is spoken', (n, expected) => {
    expect(fill('{n:이/가}', { n }, ko)).toBe(expected)
  })

  it('[I18N-6] looks through brackets and quotation marks', () => {
    expect(fill('{what:을/를}', { what: '“판로”' }, ko)).toBe('를')
    expect(fill('{what:을/를}', { what: '워크숍(1차)' }, ko)).toBe('를')
  })

  it('English has one and many', () => {
    const said = (n: number) => fill('{n} {n:vote/votes}', { n }, en)
    expect([said(0), said(1), said(2)]).toEqual(['0 votes', '1 vote', '2 votes'])
  })

  it('leaves what is missing to be seen, and treats a value as text', () => {
    expect(fill('{a} {b}', { a: '{b}' }, en)).toBe('{b} {b}')
    expect(fill('{a}', { a: '$1 $& <b>' }, en)).toBe('$1 $& <b>')
    expect(fill('{n}', { n: 0 }, ko)).toBe('0')
  })
})

describe('what a refusal says', () => {
  it('is a sentence for every code in both languages, and Korean for any other', async () => {
    const say = await loadRefusalTexts()
    for (const code of refusalCodes) {
      const refusal = refuse(code, {
        min: 1,
        max: 3,
        id: 'x',
        label: '누가',
        item: '판로',
        ballots: 5,
        blank: 6,
        marks: 7,
      })
      expect(say(refusal, 'ko'), code).not.toMatch(/[{}]/)
      expect(say(refusal, 'en'), code).not.toMatch(/[{}]/)
      expect(say(refusal, 'vi')).toBe(say(refusal, 'ko'))
    }
    expect(say(refuse('too_many_stickers', { max: 1 }), 'en')).toBe('You can use up to 1 sticker.')
  })
})
