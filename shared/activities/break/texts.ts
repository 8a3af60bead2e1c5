import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '휴식', en: 'Break' },
  purpose: { ko: '다시 시작하는 시각을 보이고 잠시 쉽니다.', en: 'A pause; everybody sees when it is over.' },
}
