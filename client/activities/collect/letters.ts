/* Older browsers cannot cut text into graphemes; there a letter is a code point, and the server counts exactly. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ko', { granularity: 'grapheme' }) : null

/** How many letters a person would count in what will be sent. */
export function countLetters(text: string): number {
  const sent = text.normalize('NFC').trim()
  return segmenter ? [...segmenter.segment(sent)].length : [...sent].length
}
