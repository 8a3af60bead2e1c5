import type { Texts } from '../../../shared/base/texts.ts'
import type { Result } from '../steps.ts'
import type { Revealed } from './result-figures.ts'
import { percent } from './share-text.ts'

export const pollTexts = {
  people: { ko: '{n}명', en: '{n}' },
  mean: { ko: '평균 {n}점', en: 'mean {n}' },
  nobody: { ko: '답 없음', en: 'no answer' },
  several: {
    ko: '여러 개를 고를 수 있어, 더하면 100%가 넘을 수 있습니다.',
    en: 'Several could be chosen, so that the shares may add up to more than 100%.',
  },
} satisfies Record<string, Texts>

/** One answer of a poll, as it is drawn. */
export interface PollRow {
  id: string
  title: string
  /** the large figure */
  figure: string
  people: number
  /** length of the bar, 0 to 1 */
  bar: number
  /** people by point of the scale, from the lowest; null where there is no scale */
  spread: Extract<NonNullable<Result['standings'][number]['picture']>, { kind: 'spread' }> | null
}

/** The answers in the order in which they were asked: a poll has no winner. */
export function pollRows(vote: Revealed, decimals: (mean: number) => string): PollRow[] {
  const { standings = [] } = vote.result ?? {}
  const isScale = vote.method === 'score'
  const [min, max] = [Number(vote.parameters.min ?? 1), Number(vote.parameters.max ?? 5)]
  return [...standings]
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
    .map(({ id, title, voters, shareOfVoters, score, picture }) => ({
      id,
      title,
      people: voters,
      figure: isScale ? (voters > 0 ? decimals(score) : '') : percent(shareOfVoters),
      bar: isScale ? (voters > 0 ? (score - min) / Math.max(1e-9, max - min) : 0) : (shareOfVoters ?? 0),
      spread: picture?.kind === 'spread' ? picture : null,
    }))
}
