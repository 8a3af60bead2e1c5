import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  ask: { ko: '찬성하는 의제를 모두 눌러 주세요', en: 'Tap every issue that you are for' },
  chosen: { ko: '{n}개를 골랐어요. 더 고를 수 있어요.', en: '{n} chosen. You can choose more.' },
  left: { ko: '{n}개 더 고를 수 있어요', en: 'You can choose {n} more' },
  allChosen: { ko: '다 골랐어요. 보내기를 눌러 주세요.', en: 'All chosen. Please press Send.' },
  full: {
    ko: '{n}개를 모두 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.',
    en: 'All {n} are chosen. Take one away to choose another.',
  },
} satisfies Record<string, Texts>
