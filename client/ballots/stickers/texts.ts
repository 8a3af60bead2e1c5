import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  left: { ko: '{n}개 더 고를 수 있어요', en: 'You can choose {n} more' },
  allChosen: { ko: '다 골랐어요. 보내기를 눌러 주세요.', en: 'All chosen. Please press Send.' },
  full: {
    ko: '{n}개를 모두 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.',
    en: 'All {n} are chosen. Take one away to choose another.',
  },
  itemFull: { ko: '한 의제에는 {n}개까지 붙일 수 있어요.', en: 'Up to {n} on one issue.' },
  fieldTaken: {
    ko: '같은 분야에서 ‘{title}’{title:을/를} 골랐어요. 바꾸려면 먼저 빼 주세요.',
    en: '“{title}” of the same field is chosen. Take it away to choose another.',
  },
  noneAgainst: { ko: '반대 스티커는 {n}개까지 붙일 수 있어요.', en: 'Up to {n} stickers against.' },
  less: { ko: '{title} 하나 빼기', en: 'One less for {title}' },
  more: { ko: '{title} 하나 더', en: 'One more for {title}' },
  stickers: { ko: '{n}개', en: '{n} {n:sticker/stickers}' },
  against: { ko: '반대 {n}개', en: '{n} against' },
} satisfies Record<string, Texts>
