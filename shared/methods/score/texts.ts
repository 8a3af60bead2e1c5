import type { Texts } from '../../base/texts.ts'

/** `{min}` and `{max}` are the ends of the scale. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '점수 매기기', en: 'Scores' },
  rule: {
    ko: '한 사람이 의제마다 {min}점에서 {max}점까지 매깁니다. 매긴 사람들의 평균이 높은 순서로 순위를 정하고, 평균이 같으면 같은 순위입니다.',
    en: 'Each person rates issues from {min} to {max}. Issues rank by the mean of those who rated them; equal means share a rank.',
  },
}
