/** Pairs of letters that stand beside each other, each once. */
export function pairsOf(letters: string): Set<string> {
  const all = [...letters]
  return new Set(all.length === 1 ? all : all.slice(1).map((letter, i) => `${all[i]}${letter}`))
}

/** Twice what both have, of what each has: 0 to 1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

const jamo = new Map<string, Set<string>>()
/** Two of the same beginning differ by a vowel or a final consonant when somebody mistyped: 제품, 재품. */
export function typoLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return 0
  return dice(jamoOf(a), jamoOf(b))
}

/* The words of a hall are few, and each is compared with each. */
const MOST_KEPT = 20_000
function jamoOf(word: string): Set<string> {
  const kept = jamo.get(word)
  if (kept) return kept
  if (jamo.size >= MOST_KEPT) jamo.clear()
  const pairs = pairsOf(`^${word.normalize('NFD')}`)
  jamo.set(word, pairs)
  return pairs
}
