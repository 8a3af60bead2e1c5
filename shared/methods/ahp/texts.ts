import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; rule: Texts } = {
  name: { ko: 'AHP 쌍대비교', en: 'AHP' },
  rule: {
    ko: '항목을 둘씩 모두 견주어 얼마나 더 중요한지 1에서 9까지로 답합니다. 모두의 판단을 합쳐 가중치를 구하고, 앞뒤가 맞지 않는 응답(일관성 비율 {consistencyLimit} 초과)을 뺀 결과도 함께 보여 줍니다.',
    en: 'Every two items are compared on a scale from 1 to 9. The judgements are combined into weights; the result without answers that contradict themselves (consistency ratio above {consistencyLimit}) is shown beside it.',
  },
}
