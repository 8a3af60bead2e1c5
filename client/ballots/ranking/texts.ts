import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  ask: { ko: '가장 좋은 것부터 차례로 눌러 주세요', en: 'Tap the best one first, then the next' },
  next: { ko: '다음은 {n}위예요. {of}위까지 고를 수 있어요.', en: 'Next is place {n}, of up to {of}' },
  allRanked: { ko: '다 골랐어요. 순서를 확인해 주세요.', en: 'All places are taken. Please check the order.' },
  full: {
    ko: '{n}위까지 다 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.',
    en: 'All {n} places are taken. Take one away to choose another.',
  },
  check: { ko: '이 순서가 맞나요?', en: 'Is this the order?' },
  checkHow: {
    ko: '화살표를 누르거나 순위를 눌러 바꿀 수 있어요.',
    en: 'Press the arrows, or press a place to change it.',
  },
  rank: { ko: '{n}위', en: '{n}' },
  placeOf: { ko: '{title}의 순위', en: 'Place of {title}' },
  up: { ko: '{title} 위로', en: '{title} up' },
  down: { ko: '{title} 아래로', en: '{title} down' },
  equal: { ko: '위와 같은 순위', en: 'Same as above' },
  moved: { ko: '{title}, 이제 {n}위예요.', en: '{title} is now {n}.' },
  tied: { ko: '공동 {n}위', en: '{n}, tied' },
} satisfies Record<string, Texts>
