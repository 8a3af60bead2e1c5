import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  left: { ko: '{n}포인트가 남았어요', en: '{n} {n:credit/credits} left' },
  allSpent: { ko: '포인트를 다 썼어요. 보내기를 눌러 주세요.', en: 'All credits are spent. Please press Send.' },
  tooDear: {
    ko: '{votes}표에는 {cost}포인트가 들어요. 지금은 {n}포인트가 모자라요.',
    en: '{votes} votes cost {cost} credits; {n} more {n:credit is/credits are} needed.',
  },
  for: { ko: '찬성 {n}표', en: '{n} {n:vote/votes} for' },
  against: { ko: '반대 {n}표', en: '{n} {n:vote/votes} against' },
  none: { ko: '0표', en: 'no votes' },
  cost: { ko: '{votes} · {n}포인트', en: '{votes} · {n} {n:credit/credits}' },
  more: { ko: '{title} 한 표 더', en: 'One vote more for {title}' },
  less: { ko: '{title} 한 표 덜', en: 'One vote less for {title}' },
} satisfies Record<string, Texts>
