import { sharedWords } from './shared-words.ts'
import { subjectLikeness } from './subject-likeness.ts'

interface Item {
  id: string
  title: string
}
/** A draft of a group: nothing has moved, and nothing does until somebody says so. */
export interface Draft {
  /** words that its issues share, the commonest first; empty where they only look alike */
  words: string[]
  /** at least two, in the order given */
  issues: string[]
}

/* Lower than for near-duplicates: what shares a subject belongs together, not only what says the same. */
const ALIKE = 0.2

/**
 * Drafts of groups: the two clusters that are most alike on average become one, again and again, while they are alike
 * enough (average linkage). The same issues give the same drafts, the largest first. 300 issues take some 50 ms.
 */
export function draftGroups(items: readonly Item[]): Draft[] {
  const likeness = subjectLikeness(items.map(({ title }) => title))
  return averageLinkage(items.length, likeness, ALIKE)
    .filter((members) => members.length > 1)
    .map((members) => members.map((n) => items[n]!))
    .map((own) => ({ words: sharedWords(own.map(({ title }) => title)), issues: own.map(({ id }) => id) }))
    .sort((a, b) => b.issues.length - a.issues.length)
}

/** Clusters of 0 … count − 1. `likeness` is symmetric, 0 to 1. Each holds its members in ascending order. */
export function averageLinkage(count: number, likeness: (a: number, b: number) => number, least: number): number[][] {
  const alike = Array.from({ length: count }, (_, a) =>
    Float64Array.from({ length: count }, (__, b) => (b < a ? likeness(b, a) : 0)),
  )
  alike.forEach((row, a) => row.forEach((value, b) => b < a && (alike[b]![a] = value)))
  const clusters = new Map(Array.from({ length: count }, (_, n) => [n, [n]]))
  /** the most alike of each cluster, kept so that a merge looks at one row and not at all pairs */
  const nearest = Array.from({ length: count }, (_, n) => nearestOf(n, alike, clusters))
  for (;;) {
    let best = -1
    for (const n of clusters.keys()) {
      if (nearest[n]! >= 0 && (best < 0 || alike[n]![nearest[n]!]! > alike[best]![nearest[best]!]!)) best = n
    }
    if (best < 0 || alike[best]![nearest[best]!]! < least) break
    merge(Math.min(best, nearest[best]!), Math.max(best, nearest[best]!), alike, clusters)
    const gone = Math.max(best, nearest[best]!)
    const kept = Math.min(best, nearest[best]!)
    for (const n of clusters.keys()) {
      if (n === kept || nearest[n] === gone || nearest[n] === kept) nearest[n] = nearestOf(n, alike, clusters)
      else if (alike[n]![kept]! > alike[n]![nearest[n]!]!) nearest[n] = kept
    }
  }
  return [...clusters.values()].map((members) => members.sort((a, b) => a - b))
}

function nearestOf(n: number, alike: Float64Array[], clusters: ReadonlyMap<number, number[]>): number {
  let best = -1
  for (const other of clusters.keys()) {
    if (other !== n && (best < 0 || alike[n]![other]! > alike[n]![best]!)) best = other
  }
  return best
}

function merge(kept: number, gone: number, alike: Float64Array[], clusters: Map<number, number[]>): void {
  const [a, b] = [clusters.get(kept)!, clusters.get(gone)!]
  for (const other of clusters.keys()) {
    const mean = (alike[kept]![other]! * a.length + alike[gone]![other]! * b.length) / (a.length + b.length)
    alike[kept]![other] = mean
    alike[other]![kept] = mean
  }
  clusters.set(kept, [...a, ...b])
  clusters.delete(gone)
}
