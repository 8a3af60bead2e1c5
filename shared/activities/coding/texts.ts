import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '의견 정리', en: 'Code what was said' },
  purpose: {
    ko: '기록한 발언을 코드와 주제로 정리하고, 의제 후보를 만듭니다. 그동안 참여자는 쉽니다.',
    en: 'What was said is sorted by codes and themes, and becomes candidate issues, while the participants have a break.',
  },
}
