import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '주관식·낱말 구름', en: 'Open question' },
  purpose: {
    ko: '짧은 답을 받아 많이 나온 낱말을 크게 보입니다.',
    en: 'Short answers; the words that most people use are shown large.',
  },
}
