import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '원인 분석', en: 'Find causes' },
  purpose: {
    ko: '의제 하나를 두고 왜 그런지 함께 묻고, 원인의 원인까지 찾아갑니다.',
    en: 'Ask together why an issue is so, and what lies behind each cause.',
  },
}
