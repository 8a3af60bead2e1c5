import type { Texts } from '../../shared/base/texts.ts'

/** Words of every face that rates on a scale. */
export const scaleTexts = {
  low: { ko: '{n}점 낮음', en: '{n} low' },
  high: { ko: '{n}점 높음', en: '{n} high' },
  points: { ko: '{n}점', en: '{n}' },
  rated: { ko: '{of}개 가운데 {n}개를 매겼어요', en: '{n} of {of} rated' },
  allRated: { ko: '모두 매겼어요. 보내기를 눌러 주세요.', en: 'All rated. Please press Send.' },
} satisfies Record<string, Texts>
