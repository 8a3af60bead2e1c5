import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  page: { ko: '기준 {of}개 가운데 {n}번째', en: 'Criterion {n} of {of}' },
  ask: { ko: '‘{criterion}’만 생각하고 매겨 주세요.', en: 'Think of “{criterion}” alone.' },
  figure: { ko: '{criterion} {n}', en: '{criterion} {n}' },
} satisfies Record<string, Texts>
