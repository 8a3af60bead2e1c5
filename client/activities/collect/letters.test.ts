import { describe, expect, it } from 'vitest'
import { countLetters } from './letters.ts'

describe('counting letters', () => {
  it('counts what a person sees as one letter', () => {
    expect(countLetters('마을 밥상')).toBe(5)
    expect(countLetters('가족 👨‍👩‍👧')).toBe(4)
  })
  it('counts a syllable typed in its parts as one, and no white space around the text', () => {
    expect(countLetters('  각각  ')).toBe(2)
  })
})
