export const texts = {
  asked: { ko: '둘 중 무엇이 더 나은가요? {a}. {b}.', en: 'Which of the two is better? {a}. {b}.' },
  where: { ko: '{n}번째', en: 'No. {n}' },
  back: { ko: '이전으로', en: 'Back' },
  alike: { ko: '비슷해요', en: 'About equal' },
  pass: { ko: '모르겠어요', en: 'I cannot say' },
  done: { ko: '모두 답했어요. 고맙습니다.', en: 'All answered. Thank you.' },
  sofar: { ko: '{n}번 답했어요. 답할 때마다 저절로 보내요.', en: '{n} answers. Each one is sent by itself.' },
  none: { ko: '둘 중 더 나은 것을 눌러 주세요', en: 'Tap the better of the two' },
  wins: { ko: '{n}번 고름', en: 'chosen {n} times' },
} as const
