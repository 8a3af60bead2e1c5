import type { Texts } from '../../../shared/base/texts.ts'

export const checkTexts = {
  lead: {
    ko: '나눈 이야기를 이렇게 정리했어요. 하나씩 보고 맞는지 알려 주세요.',
    en: 'This is what was made of your words. Please look at each and say whether it is right.',
  },
  said: { ko: '이런 말씀이 있었어요', en: 'This was said' },
  right: { ko: '맞아요', en: 'Right' },
  partly: { ko: '조금 달라요', en: 'Partly right' },
  wrong: { ko: '아니에요', en: 'Wrong' },
  question: { ko: '이 말이 맞나요?', en: 'Is this right?' },
  correction: { ko: '어떻게 고치면 좋을까요?', en: 'How should it be said?' },
  sendCorrection: { ko: '고칠 말 보내기', en: 'Send the correction' },
  sent: { ko: '보냈어요', en: 'Sent' },
  left: { ko: '{n}개 남았어요', en: '{n} left' },
  all: { ko: '모두 확인했어요. 고맙습니다!', en: 'You have checked them all. Thank you!' },
  none: { ko: '아직 확인할 내용이 없어요', en: 'There is nothing to check yet' },
  waiting: { ko: '곧 시작해요. 앞을 봐 주세요.', en: 'It begins soon. Please look at the screen.' },
  closed: { ko: '확인이 끝났어요', en: 'The check is over' },
  thanks: { ko: '확인해 주셔서 고맙습니다.', en: 'Thank you for checking.' },
  people: { ko: '{n}명이 확인했습니다', en: '{n} have checked' },
  confirmed: { ko: '확인됨', en: 'Confirmed' },
  notConfirmed: { ko: '다시 살펴봄', en: 'To be looked at again' },
  onPhone: { ko: '휴대폰에서 하나씩 확인해 주세요', en: 'Please check each on your phone' },
} satisfies Record<string, Texts>
