import { ranksOf, type WeakOrder } from '../../shared/base/weak-order.ts'
import { methodOf, methods, type MethodId } from '../../shared/methods/index.ts'
import type { Recounted } from '../../shared/methods/recount.ts'
import type { SealedCheck } from '../../shared/recount/sealed.ts'

/** A recount as a person reads it: the ranking with its scores, and below it every other figure. */
export function tableText(counted: Recounted, titles: ReadonlyMap<string, string>): string {
  const { method, options, ranking, scores, ...others } = counted
  const id = String(method)
  const name = Object.hasOwn(methods, id) ? methodOf(id as MethodId).texts.name : null
  const head = [name ? `${id}: ${name.en} / ${name.ko}` : id, `options: ${JSON.stringify(options)}`, '']
  const figures = Object.entries(others).map(([member, value]) => `${member}: ${JSON.stringify(value)}`)
  const order = Array.isArray(ranking) ? [...orderLines(ranking as WeakOrder, scores, titles), ''] : []
  return [...head, ...order, ...figures].join('\n')
}

function orderLines(ranking: WeakOrder, scores: unknown, titles: ReadonlyMap<string, string>): string[] {
  const ranks = ranksOf(ranking)
  const figures = (scores ?? {}) as Record<string, unknown>
  const rows = ranking.flatMap((group) =>
    group.map((id) => ({
      rank: `${ranks[id]}${group.length > 1 ? '=' : ''}`,
      score: typeof figures[id] === 'number' ? String(figures[id]) : '',
      item: titles.has(id) ? `${id}  ${titles.get(id)}` : id,
    })),
  )
  const width = (of: 'rank' | 'score') => rows.reduce((most, row) => Math.max(most, row[of].length), of.length)
  const [rankWidth, scoreWidth] = [width('rank'), width('score')]
  const hasScores = rows.some(({ score }) => score !== '')
  const line = (rank: string, score: string, item: string) =>
    [rank.padStart(rankWidth), ...(hasScores ? [score.padStart(scoreWidth)] : []), item].join('  ')
  return [line('rank', 'score', 'item'), ...rows.map(({ rank, score, item }) => line(rank, score, item))]
}

/** What is not as it was sealed, one line each; nothing when all is. */
export function alarmLines({ digest, expected, isDigestRight, differences }: SealedCheck): string[] {
  const lines = differences.map(
    ({ member, sealed, counted }) => `${member}: sealed ${short(sealed)}, counted ${short(counted)}`,
  )
  if (!isDigestRight) lines.unshift(`digest: ${digest}, not ${expected}`)
  return lines
}

const LONGEST = 200
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
