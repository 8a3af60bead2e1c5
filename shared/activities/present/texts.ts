import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '자료 보기', en: 'Present' },
  purpose: {
    ko: '현황 자료나 지난 결과, 한 문장을 화면에 띄워 함께 봅니다.',
    en: 'A figure, an earlier result or a sentence on the screen, to look at together.',
  },
}
