import { lexicon, longestForm } from './lexicon.ts'

/** What a text is about, word by word: a concept of the lexicon or the stem of another word, with what it weighs. */
export type Terms = ReadonlyMap<string, number>

/* Particles (조사), then endings (어미): what may be cut off the end of a word, the longest first. */
const SUFFIXES =
  `에서부터 으로부터 에게서 까지도 에서는 에서도 으로는 이라도 이라는 에서 에게 으로 까지 부터 처럼 만큼 보다 마다 조차 이나 이랑 하고
은 는 이 가 을 를 의 에 로 와 과 도 만 나 랑 께 들 들이 들은 들을 들의 들에게
했으면합니다 했으면좋겠어요 했으면좋겠습니다 하면좋겠어요 하면좋겠습니다 하였으면 해주세요 해주십시오 해주시기바랍니다
했으면 하려면 하려고 하지만 하니까 합니다 됩니다 입니다 습니다 읍니다 십시오 세요 네요 어요 아요 예요 이에요 해요 돼요 해서 하여 하는 하고 하기 하자 하게 하지
한다 하다 된다 되는 되어 되고 되지 되게 하면 했다 았다 었다 았으면 었으면 으면 면서 지만 아서 어서 려고 도록 려면 는데 은데 니까 거나
함니다 읍니다 새요 슴니다
고 게 지 기 음 함 됨 다 요 며 면 자 서 어 아 야 던 는 은 을 적 적인 한 할 해 된 될 되 인 일`.split(/\s+/)
const suffixes = new Set(SUFFIXES)
const longestSuffix = Math.max(...SUFFIXES.map((suffix) => suffix.length))
/** A word of one syllable says little when it is not in the lexicon. */
const SHORT_WEIGHT = 0.3
const OTHER_WEIGHT = 1

/** Words as they were written: NFC, lower case, signs as spaces. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')

/**
 * The terms of a text. Words of the lexicon are found wherever they stand, compounds also across a space; of what is
 * left, particles and endings go.
 */
export function termsOf(text: string): Terms {
  const words = wordsOf(text)
  const letters = words.join('')
  const begins = new Set<number>()
  words.reduce((at, word) => (begins.add(at), at + word.length), 0)
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => {
    if (term !== '' && weight > 0) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  }
  let rest = ''
  let isWord = true
  const flush = () => {
    const stem = stemOf(rest, isWord)
    add(stem, stem.length === 1 ? SHORT_WEIGHT : OTHER_WEIGHT)
    rest = ''
  }
  for (let at = 0; at < letters.length;) {
    if (begins.has(at)) {
      flush()
      isWord = true
    }
    const form = formAt(letters, at, begins)
    const meaning = lexicon.get(form)
    if (meaning) {
      flush()
      add(meaning.concept, meaning.weight)
      isWord = false
      at += form.length
    } else {
      rest += letters[at]
      at += 1
    }
  }
  flush()
  return terms
}

/** The longest form of the lexicon that stands here; empty when none does. */
function formAt(letters: string, at: number, begins: ReadonlySet<number>): string {
  for (let length = Math.min(longestForm, letters.length - at); length > 0; length -= 1) {
    const form = letters.slice(at, at + length)
    if (!lexicon.has(form)) continue
    // One syllable is part of too many words.
    if (length === 1 && !begins.has(at)) continue
    if (tears(letters, at, length, begins)) continue
    return form
  }
  return ''
}

/** Whether a form would take the end of one word with the beginning of the next: 창업 자금 has no 창업자 in it. */
function tears(letters: string, at: number, length: number, begins: ReadonlySet<number>): boolean {
  let last = at
  for (let i = at + 1; i < at + length; i += 1) if (begins.has(i)) last = i
  if (last === at) return false
  if (!begins.has(at)) return true
  if (at + length - last > 1) return false
  let end = at + length
  while (end < letters.length && !begins.has(end)) end += 1
  const behind = letters.slice(at + length, end)
  return behind !== '' && !suffixes.has(behind)
}

/** A word without its particles and endings. What stands behind a word of the lexicon may be nothing but these. */
export function stemOf(word: string, isWord: boolean): string {
  let stem = word
  const least = isWord ? 2 : 0
  for (let changed = true; changed && stem !== '';) {
    changed = false
    for (let length = Math.min(longestSuffix, stem.length - least); length > 0; length -= 1) {
      if (!suffixes.has(stem.slice(-length))) continue
      stem = stem.slice(0, -length)
      changed = true
      break
    }
  }
  return stem
}
