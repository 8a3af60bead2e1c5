import { valuesFrom } from './records.ts'
import { scaleTexts } from './scale-texts.ts'
import { wordsIn } from './words.ts'

export interface Scale {
  min: number
  max: number
}

/** The answers of a row of numbers, and what its two ends mean. */
export function scaleRow({ min, max }: Scale, language: string, meant: readonly [string, string] | null = null) {
  const say = wordsIn(scaleTexts, language)
  const options = valuesFrom(min, max).map((value) => ({ value, label: String(value).replace('-', '−') }))
  const ends: [string, string] = meant ? [...meant] : [say('low', { n: min }), say('high', { n: max })]
  return { options, ends }
}

/** Where I am, of so many answers. */
export function ratedNote(n: number, of: number, language: string): string {
  const say = wordsIn(scaleTexts, language)
  return n < of ? say('rated', { n, of }) : say('allRated')
}
