import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  for: { ko: '찬성', en: 'For' },
  against: { ko: '반대', en: 'Against' },
  abstain: { ko: '기권', en: 'Abstain' },
  answered: { ko: '{of}개 가운데 {n}개에 답했어요', en: '{n} of {of} answered' },
  allAnswered: { ko: '모두 답했어요. 보내기를 눌러 주세요.', en: 'All answered. Please press Send.' },
} satisfies Record<string, Texts>
