/** A pair of issues that look alike; `likeness` is 0 to 1. */
export interface SimilarPair {
  a: string
  b: string
  likeness: number
}

/** Pairs of texts that look alike, the most alike first: Dice coefficient of their letter pairs, spaces left out. */
export function similarPairs(items: readonly { id: string; title: string }[], threshold = 0.6): SimilarPair[] {
  const bigrams = items.map(({ title }) => letterPairs(title))
  const pairs: SimilarPair[] = []
  items.forEach((a, i) => {
    for (let j = i + 1; j < items.length; j += 1) {
      const b = items[j]
      const likeness = dice(bigrams[i], bigrams[j])
      if (b && likeness >= threshold) pairs.push({ a: a.id, b: b.id, likeness })
    }
  })
  return pairs.sort((x, y) => y.likeness - x.likeness)
}

/** How alike the texts at two places of the list are, 0 to 1. What takes long is done once. */
export function likenessOf(texts: readonly string[]): (a: number, b: number) => number {
  const numbers = new Map<string, number>()
  const numberOf = (pair: string) => {
    const known = numbers.get(pair) ?? numbers.size
    numbers.set(pair, known)
    return known
  }
  const bigrams = texts.map((text) => Int32Array.from([...letterPairs(text)].map(numberOf)).sort())
  return (a, b) => diceOfSorted(bigrams[a]!, bigrams[b]!)
}

function diceOfSorted(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length)
}

function letterPairs(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]/gu, ''),
  ]
  return new Set(letters.length === 1 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))
}

function dice(a: Set<string> = new Set(), b: Set<string> = new Set()): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
