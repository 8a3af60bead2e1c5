import { opposites } from './lexicon.ts'
import { dice, pairsOf, typoLikeness } from './likeness.ts'
import { termsOf, wordsOf, type Terms } from './terms.ts'

/*
 * How alike two Korean issues are, without any outside service: what they are about (concepts of the lexicon and stems,
 * rare ones weighing more), and how alike they are letter by letter. The figures are set by the tuning half of the
 * labelled pairs in test/similarity and measured on the other half: `npm run bench -- similarity`.
 */

/** From here on two issues are taken for the same wish. */
export const SAME_FROM = 0.66
/** Words that differ by less than this are one word, mistyped. */
const TYPO_FROM = 0.66
const TERMS_SHARE = 0.75
const OPPOSITE = 0.6

interface Entry {
  /** pairs of syllables, spaces left out */
  pairs: ReadonlySet<string>
  terms: Terms
}
export interface Likeness {
  id: string
  /** 0 to 1 */
  likeness: number
}
export interface SimilarPair {
  a: string
  b: string
  /** 0 to 1 */
  likeness: number
}

const entryOf = (text: string): Entry => ({ pairs: pairsOf(wordsOf(text).join('')), terms: termsOf(text) })

/** How alike two texts are, 0 to 1, by themselves: no word is rarer than another. */
export const similarity = (a: string, b: string): number => {
  const [one, other] = [entryOf(a), entryOf(b)]
  const rarity = () => 1
  return blend(one, other, matched(one.terms, other.terms, rarity), rarity)
}

const weigh = (terms: Terms, rarity: (term: string) => number): number => {
  let sum = 0
  for (const [term, weight] of terms) sum += weight * rarity(term)
  return sum
}

/** The weight of what both have; each word counts for one word of the other. */
function matched(a: Terms, b: Terms, rarity: (term: string) => number): number {
  let sum = 0
  const free = new Set([...b.keys()].filter((term) => !a.has(term)))
  for (const [term, weight] of a) {
    const exact = b.get(term)
    if (exact !== undefined) {
      sum += Math.min(weight, exact) * rarity(term)
      continue
    }
    let best = ''
    let likeness = TYPO_FROM
    for (const other of free) {
      const found = typoLikeness(term, other)
      if (found >= likeness) [best, likeness] = [other, found]
    }
    if (best === '') continue
    free.delete(best)
    sum += likeness * Math.min(weight * rarity(term), (b.get(best) ?? 0) * rarity(best))
  }
  return sum
}

function blend(a: Entry, b: Entry, both: number, rarity: (term: string) => number): number {
  const all = weigh(a.terms, rarity) + weigh(b.terms, rarity)
  const byLetters = dice(a.pairs, b.pairs)
  const byTerms = all === 0 ? byLetters : (2 * both) / all
  const likeness = Math.min(1, TERMS_SHARE * byTerms + (1 - TERMS_SHARE) * byLetters)
  return isOpposite(a.terms, b.terms) ? likeness * OPPOSITE : likeness
}

const isOpposite = (a: Terms, b: Terms): boolean =>
  opposites.some(([one, other]) => (a.has(one) && b.has(other)) || (a.has(other) && b.has(one)))

/** The issues of a session, kept so that what is like a new text is found at once. It follows the issues one by one. */
export class SimilarityIndex {
  readonly #entries = new Map<string, Entry>()
  /** ids by term */
  readonly #postings = new Map<string, Set<string>>()

  get size(): number {
    return this.#entries.size
  }

  /** Keep this text under this id, instead of what was there. */
  set(id: string, text: string): void {
    this.delete(id)
    const entry = entryOf(text)
    this.#entries.set(id, entry)
    for (const term of entry.terms.keys()) {
      const ids = this.#postings.get(term)
      if (ids) ids.add(id)
      else this.#postings.set(term, new Set([id]))
    }
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    for (const term of entry.terms.keys()) {
      const ids = this.#postings.get(term)
      ids?.delete(id)
      if (ids?.size === 0) this.#postings.delete(term)
    }
  }

  /** At most `most` kept texts that are like this one by `from` or more, the most alike first. */
  near(text: string, { most = 3, from = SAME_FROM }: { most?: number; from?: number } = {}): Likeness[] {
    const entry = entryOf(text)
    return this.#alike(entry, from, () => true)
      .sort((x, y) => y.likeness - x.likeness)
      .slice(0, most)
  }

  /** All pairs of kept texts that are alike by `from` or more, the most alike first. */
  pairs(from = SAME_FROM): SimilarPair[] {
    const order = new Map([...this.#entries.keys()].map((id, i) => [id, i]))
    const pairs: SimilarPair[] = []
    for (const [a, entry] of this.#entries) {
      const isLater = (b: string) => (order.get(b) ?? 0) > (order.get(a) ?? 0)
      for (const { id, likeness } of this.#alike(entry, from, isLater)) pairs.push({ a, b: id, likeness })
    }
    return pairs.sort((x, y) => y.likeness - x.likeness)
  }

  /** Those that are wanted and alike, in no order. Only what can still reach `from` is compared word by word. */
  #alike(entry: Entry, from: number, isWanted: (id: string) => boolean): Likeness[] {
    const rarities = new Map<string, number>()
    const rarity = (term: string) => {
      const known = rarities.get(term) ?? this.#rarity(term)
      rarities.set(term, known)
      return known
    }
    const own = weigh(entry.terms, rarity)
    const found: Likeness[] = []
    for (const [id, most] of this.#sharedAtMost(entry, rarity)) {
      const other = this.#entries.get(id)
      if (!other || !isWanted(id)) continue
      if ((TERMS_SHARE * 2 * most) / (own + weigh(other.terms, rarity)) + 1 - TERMS_SHARE < from) continue
      const likeness = blend(entry, other, matched(entry.terms, other.terms, rarity), rarity)
      if (likeness >= from) found.push({ id, likeness })
    }
    return found
  }

  /** 0.5 for a word that all have, 1 for one that nobody else has. */
  #rarity(term: string): number {
    const all = this.#entries.size
    const some = this.#postings.get(term)?.size ?? 1
    return all < 2 ? 1 : 0.5 + (0.5 * Math.log(1 + all / some)) / Math.log(1 + all)
  }

  /** For each text that has a word of this one, perhaps mistyped: the weight that the two can have in common. */
  #sharedAtMost({ terms }: Entry, rarity: (term: string) => number): Map<string, number> {
    const most = new Map<string, number>()
    for (const [term, weight] of terms) {
      for (const [other, holders] of this.#postings) {
        const likeness = typoLikeness(term, other)
        if (likeness < TYPO_FROM) continue
        const shared = likeness * weight * rarity(term)
        for (const id of holders) most.set(id, (most.get(id) ?? 0) + shared)
      }
    }
    return most
  }
}

/** Pairs of texts that are alike by `from` or more, the most alike first. */
export function similarPairs(items: readonly { id: string; title: string }[], from = SAME_FROM): SimilarPair[] {
  const index = new SimilarityIndex()
  for (const { id, title } of items) index.set(id, title)
  return index.pairs(from)
}
