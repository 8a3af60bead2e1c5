import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  left: { ko: '{n}점이 남았어요', en: '{n} {n:point/points} left' },
  allGiven: { ko: '점수를 다 나누었어요. 보내기를 눌러 주세요.', en: 'All points are given. Please press Send.' },
  full: {
    ko: '{n}점을 모두 나누었어요. 바꾸려면 다른 의제에서 먼저 빼 주세요.',
    en: 'All {n} points are given. Take some away from another issue first.',
  },
  points: { ko: '{n}점', en: '{n} {n:point/points}' },
  more: { ko: '{title} {n}점 더', en: '{n} more for {title}' },
  less: { ko: '{title} {n}점 빼기', en: '{n} less for {title}' },
} satisfies Record<string, Texts>
