import type { MethodTexts } from '../method.ts'
import { texts as ofCriteria } from '../criteria/texts.ts'

/** `{criteria}` and `{weights}` are lists in the same order; the first two criteria are the sides of the matrix. */
export const texts: MethodTexts = {
  name: { ko: '중요도·시급도 표', en: 'Importance and urgency matrix' },
  rule: {
    ko: '한 사람이 의제를 기준마다 {min}점에서 {max}점까지 매깁니다. 기준: {criteria}. 가중치: {weights}. 앞의 두 기준으로 네 칸에 나누고, 경계는 {crosshair}입니다. 순위는 기준별 평균에 가중치를 곱해 더한 값으로 정하고, 같으면 같은 순위입니다.',
    en: 'Each person rates issues from {min} to {max} by each criterion: {criteria}, with the weights {weights}. The first two criteria part the issues into four fields at {crosshair}. Issues rank by the weighted mean; equal ones share a rank.',
  },
  words: {
    ...ofCriteria.words,
    'crosshair=mean': { ko: '모든 의제의 평균', en: 'the mean of all issues' },
    'crosshair=median': { ko: '모든 의제의 중앙값', en: 'the median of all issues' },
    'crosshair=scale-midpoint': { ko: '척도의 가운데', en: 'the middle of the scale' },
  },
}
