import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '의제 묶기', en: 'Group issues' },
  purpose: {
    ko: '비슷한 의제를 합치고 분야를 정합니다. 원래 글은 그대로 남습니다.',
    en: 'Merge similar issues and assign fields. What was written stays as it is.',
  },
}
