import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  importance: { ko: '얼마나 중요한가요?', en: 'How important is it?' },
  current: { ko: '지금은 얼마나 잘되고 있나요?', en: 'How well does it stand now?' },
  satisfied: { ko: '지금 얼마나 만족하나요?', en: 'How satisfied are you now?' },
  figureImportance: { ko: '중요 {n}', en: 'importance {n}' },
  figureCurrent: { ko: '지금 {n}', en: 'now {n}' },
} satisfies Record<string, Texts>
