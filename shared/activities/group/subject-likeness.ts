import { pairsOf } from '../../similarity/likeness.ts'
import { termsOf, wordsOf } from '../../similarity/terms.ts'

/* A subject is in what a text is about, and only a little in how it is spelt. */
const TERMS_SHARE = 0.75

/**
 * How much the texts at two places of the list share a subject, 0 to 1: Dice coefficients of their concepts and stems,
 * and of their letter pairs. What takes long is done once: 300 texts are compared each with each.
 */
export function subjectLikeness(texts: readonly string[]): (a: number, b: number) => number {
  const terms = numbered(texts.map((text) => termsOf(text).keys()))
  const pairs = numbered(texts.map((text) => pairsOf(wordsOf(text).join(''))))
  return (a, b) => TERMS_SHARE * dice(terms[a]!, terms[b]!) + (1 - TERMS_SHARE) * dice(pairs[a]!, pairs[b]!)
}

/** Each set as the sorted numbers of its members. */
function numbered(sets: readonly Iterable<string>[]): Int32Array[] {
  const numbers = new Map<string, number>()
  const numberOf = (member: string) => {
    const known = numbers.get(member) ?? numbers.size
    numbers.set(member, known)
    return known
  }
  return sets.map((set) => Int32Array.from([...set].map(numberOf)).sort())
}

function dice(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length)
}
