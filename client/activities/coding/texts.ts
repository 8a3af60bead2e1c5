import type { Texts } from '../../../shared/base/texts.ts'

export const codingTexts = {
  sorting: { ko: '나눈 이야기를 정리하고 있어요', en: 'Your words are being sorted' },
  sorted: { ko: '이야기를 다 정리했어요', en: 'Your words have been sorted' },
  next: {
    ko: '잠시 쉬어 주세요. 곧 정리한 내용을 함께 확인해요.',
    en: 'Please take a short break. Soon you will check what was made of them.',
  },
} satisfies Record<string, Texts>
