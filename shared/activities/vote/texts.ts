import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '투표', en: 'Vote' },
  purpose: { ko: '의제의 우선순위를 함께 정합니다.', en: 'Decide together which issues come first.' },
}
