import { limits } from './limits.ts'
import { ok, refuse, type Outcome } from './outcome.ts'

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/* Looks like nothing on a screen, though it is a letter or a sign: Hangul fillers, Braille blank, zero-width and
   formatting characters, variation selectors, and white space. */
const INVISIBLE =
  /[\s\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0]/gu
/* Lone surrogates, control characters except line feed, bidirectional overrides, and noncharacters. */
const UNSAFE =
  /[\p{Surrogate}\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF]|[\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/u
const STACKED = /\p{M}{5,}/u

/** How many letters a person would count. */
export const graphemes = (text: string): number => {
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/**
 * Text from a person, as it is kept: NFC, line ends as LF, outer white space gone. `max` is in graphemes; bytes and
 * lines are bounded too. Refuses `text_empty` (nothing visible), `text_too_long`, `text_unsafe`.
 */
export function cleanText(raw: string, max: number): Outcome<string> {
  const text = raw.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').normalize('NFC').trim()
  if (UNSAFE.test(text) || STACKED.test(text.normalize('NFD'))) return refuse('text_unsafe')
  if (text.replace(INVISIBLE, '') === '') return refuse('text_empty')
  const bytes = new TextEncoder().encode(text).length
  if (
    bytes > Math.max(limits.textBytes, max * 4) ||
    text.split('\n').length > limits.textLines ||
    graphemes(text) > max
  ) {
    return refuse('text_too_long', { max })
  }
  return ok(text)
}
