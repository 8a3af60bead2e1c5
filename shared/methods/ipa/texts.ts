import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '중요도·만족도 분석(IPA)', en: 'Importance–performance analysis' },
  rule: {
    ko: '항목마다 중요한 정도와 지금 만족하는 정도를 {min}점에서 {max}점까지 매깁니다. 중요하지만 만족도가 낮은 집중개선, 그다음 유지강화, 점진개선, 과잉노력 순서이고, 같은 칸의 항목은 같은 순위입니다.',
    en: 'Each item gets two marks from {min} to {max}: how important it is and how satisfied people are. What is important and not satisfying comes first, then what to keep up, low priority, possible overkill; items of one field share a rank.',
  },
}
