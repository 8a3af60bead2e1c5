import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '델파이', en: 'Delphi' },
  rule: {
    ko: '항목마다 {min}점에서 {max}점까지 매깁니다. {essentialFrom}점 이상이면 꼭 필요하다는 뜻입니다. 평균이 높은 순서로 보여 주고, 다음 라운드에서는 모두의 중앙값과 사분위를 보고 다시 매깁니다.',
    en: 'Each item is rated from {min} to {max}; {essentialFrom} or more means essential. Items are shown by their mean, and in the next round everybody rates again with the median and quartiles of the panel in view.',
  },
}
