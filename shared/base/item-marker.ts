/** Initial consonants of 가 나 다 … 하, and the vowels that follow each other: after 하 comes 거. */
const initials = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18]
const vowels = [0, 4, 8, 13, 18, 20]

/** 가, 나, … 하, 거, … 히: 84 syllables, then numbers. */
function syllable(index: number): string {
  const initial = initials[(index - 1) % initials.length]!
  const vowel = vowels[Math.floor((index - 1) / initials.length)]
  return vowel === undefined ? String(index) : String.fromCodePoint(0xac00 + (initial * 21 + vowel) * 28)
}

/** ① … ⑳, ㉑ … ㉟, ㊱ … ㊿, then (51). */
function circledNumber(index: number): string {
  if (index > 50) return `(${index})`
  const [first, offset] = index <= 20 ? [0x2460, 1] : index <= 35 ? [0x3251, 21] : [0x32b1, 36]
  return String.fromCodePoint(first + index - offset)
}

/** ㉮ … ㉻ are fourteen, then (거). */
const circledSyllable = (index: number): string =>
  index <= initials.length ? String.fromCodePoint(0x326e + index - 1) : `(${syllable(index)})`

const levels: ((index: number) => string)[] = [
  (index) => `${index}.`,
  (index) => `${syllable(index)}.`,
  (index) => `${index})`,
  (index) => `${syllable(index)})`,
  (index) => `(${index})`,
  (index) => `(${syllable(index)})`,
  circledNumber,
  circledSyllable,
]

/** The sign before an item of an official document: 1. 가. 1) 가) (1) (가) ① ㉮, by level (1 to 8) and place (from 1). */
export function itemMarker(level: number, index: number): string {
  const marker = levels[level - 1]
  if (!marker) throw new RangeError(`an official document has levels 1 to ${levels.length}, not ${level}`)
  return marker(index)
}
