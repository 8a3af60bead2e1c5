import { limits } from '../../base/limits.ts'
import { ranksOf } from '../../base/weak-order.ts'
import type { MethodId, Parameters } from '../../methods/index.ts'
import { figureText, scoreWords } from '../../results/score-words.ts'
import type { ResultRow } from './pages.ts'

/** The first places of a counted vote, in words that need nothing else beside them. */
export function resultRows(
  counted: {
    ranking: readonly (readonly string[])[]
    scores: Readonly<Record<string, number>>
    votersPerItem: Readonly<Record<string, number>>
  },
  { method, parameters }: { method: MethodId; parameters: Parameters },
  items: readonly { id: string; title: string }[],
): ResultRow[] {
  const words = scoreWords(method, parameters)
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const places = ranksOf(counted.ranking.map((group) => [...group]))
  return counted.ranking
    .flat()
    .slice(0, limits.presentRows)
    .map((id) => {
      const figure = { score: counted.scores[id] ?? 0, voters: counted.votersPerItem[id] ?? 0 }
      return {
        place: places[id] ?? items.length,
        title: titles.get(id) ?? id,
        figure: { ko: figureText(words, figure, 'ko'), en: figureText(words, figure, 'en') },
      }
    })
}
