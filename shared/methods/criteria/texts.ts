import type { MethodTexts } from '../method.ts'

/** `{criteria}` and `{weights}` are lists in the same order. */
export const texts: MethodTexts = {
  name: { ko: '여러 기준 평가', en: 'Several criteria' },
  rule: {
    ko: '한 사람이 의제를 기준마다 {min}점에서 {max}점까지 매깁니다. 기준: {criteria}. 가중치: {weights}. 기준별 평균에 가중치를 곱해 더한 값이 큰 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person rates issues from {min} to {max} by each criterion: {criteria}, with the weights {weights}. Issues rank by the weighted mean of the criteria’s means; equal ones share a rank.',
  },
  words: {
    'criteria=importance': { ko: '중요도', en: 'importance' },
    'criteria=urgency': { ko: '시급도', en: 'urgency' },
    'criteria=feasibility': { ko: '실현가능성', en: 'feasibility' },
  },
}
