import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '의제 확인', en: 'Member check' },
  purpose: {
    ko: '참여자가 정리된 의제 후보를 보고, 맞는지 확인하거나 고칩니다.',
    en: 'Participants look at the candidate issues, and confirm or correct them.',
  },
}
