/*
 * How many lines a text takes, without asking the browser: all text of the wall is laid out before it is drawn, so that
 * a page holds what fits and nothing is cut off. Widths are in em, a little generous.
 */

/* The advance of a syllable: 0.92 in Noto Sans KR, less in Pretendard; of a space: 0.29 in Pretendard, less in Noto. */
const HANGUL = 0.92
const SPACE = 0.3
const NARROW = /[ -~\u00A0-\u024F]/
const WIDE_LATIN = /[A-Z0-9@%&mwMW]/

function widthOf(letter: string): number {
  if (letter === ' ') return SPACE
  if (!NARROW.test(letter)) return HANGUL
  return WIDE_LATIN.test(letter) ? 0.7 : 0.55
}
export const emOf = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0)

/** Lines of a text in a box this many em wide: broken between words, and inside a word only when it is wider than the box. */
export function linesOf(text: string, boxEm: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfOne(line, boxEm), 0)
}

function linesOfOne(text: string, boxEm: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const width = emOf(word)
    if (used > 0 && used + SPACE + width <= boxEm) {
      used += SPACE + width
      continue
    }
    if (used > 0) lines += 1
    lines += Math.max(0, Math.ceil(width / boxEm) - 1)
    used = width % boxEm || (width > 0 ? boxEm : 0)
  }
  return lines
}
