import { similarPairs, type SimilarPair } from '../../../shared/similarity/index.ts'
import type { BoardIssue } from '../../../shared/session/board-view.ts'

/** A row of the board: an issue that stands for itself, with those that were merged into it. */
export interface BoardRow extends BoardIssue {
  merged: BoardIssue[]
}
export type BoardFilter = 'shown' | 'noField' | 'hidden'

const passes: Record<BoardFilter, (row: BoardRow) => boolean> = {
  shown: ({ hidden }) => hidden === null,
  noField: ({ hidden, fieldId }) => hidden === null && fieldId === null,
  hidden: ({ hidden }) => hidden !== null,
}
export const filtered = (rows: readonly BoardRow[], filter: BoardFilter): BoardRow[] => rows.filter(passes[filter])

/** Where chosen issues are merged: into the one that has gathered most, else into the one that came first. */
export function mergeTarget(chosen: readonly BoardRow[]): BoardRow | undefined {
  const most = Math.max(0, ...chosen.map(({ merged }) => merged.length))
  return [...chosen].reverse().find(({ merged }) => merged.length === most)
}

/** Pairs of visible rows that look alike and were not waved away. Comparing all with all is done once per change. */
export function createSuggestions() {
  let known = ''
  let pairs: SimilarPair[] = []
  return (rows: readonly BoardRow[], dismissed: ReadonlySet<string>) => {
    const visible = rows.filter(({ hidden }) => hidden === null)
    const state = visible.map(({ id, title }) => `${id} ${title}`).join('\n')
    if (state !== known) pairs = similarPairs(visible)
    known = state
    const byId = new Map(visible.map((row) => [row.id, row]))
    return pairs.flatMap(({ a, b }) => {
      const [first, second] = [byId.get(a), byId.get(b)]
      return first && second && !dismissed.has(pairKey(a, b)) ? [{ key: pairKey(a, b), rows: [first, second] }] : []
    })
  }
}
const pairKey = (a: string, b: string): string => [a, b].sort().join('+')
