export const texts = {
  where: { ko: '{n}번째 / {of}', en: '{n} of {of}' },
  back: { ko: '이전으로', en: 'Back' },
  agree: { ko: '동의해요', en: 'Agree' },
  disagree: { ko: '반대해요', en: 'Disagree' },
  pass: { ko: '넘기기', en: 'Pass' },
  done: { ko: '모두 답했어요. 고맙습니다.', en: 'All answered. Thank you.' },
  sofar: { ko: '{n}개에 답했어요. 답할 때마다 저절로 보내요.', en: '{n} answered. Each answer is sent by itself.' },
  none: { ko: '어떻게 생각하는지 눌러 주세요', en: 'Tap what you think' },
} as const
