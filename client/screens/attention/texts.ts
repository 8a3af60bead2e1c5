import type { Texts } from '../../../shared/base/texts.ts'

/** To residents on their phones, and to the hall. */
export const texts = {
  lookUp: { ko: '앞을 봐 주세요', en: 'Please look at the screen' },
  lookUpMore: { ko: '앞 화면에서 함께 볼게요.', en: 'We are looking at it together.' },
  kept: { ko: '쓰던 것은 그대로 남아 있어요.', en: 'What you were writing is still here.' },
  rest: { ko: '잠시 쉬어요', en: 'A short break' },
  until: { ko: '{time}에 다시 시작해요.', en: 'We go on at {time}.' },
  soon: { ko: '곧 다시 시작해요.', en: 'We go on soon.' },
  hallRest: { ko: '휴식', en: 'Break' },
  hallUntil: { ko: '{time}에 다시 시작합니다', en: 'We go on at {time}' },
  hallSoon: { ko: '곧 다시 시작합니다', en: 'We go on soon' },
  left: { ko: '남은 휴식 시간', en: 'Time left of the break' },
} satisfies Record<string, Texts>
