import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '보리치 요구도', en: 'Borich needs' },
  rule: {
    ko: '항목마다 중요한 정도와 지금 수준을 {min}점에서 {max}점까지 매깁니다. 중요한데 지금 수준이 낮을수록 요구도가 높고, 둘 중 하나만 답한 응답은 계산에서 뺍니다.',
    en: 'Each item gets two marks from {min} to {max}: how important it is and how it stands now. What is important and stands low is needed most; an answer with only one of the two marks is left out.',
  },
}
