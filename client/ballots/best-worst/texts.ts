export const texts = {
  where: { ko: '{n}번째 / {of}', en: '{n} of {of}' },
  back: { ko: '이전으로', en: 'Back' },
  best: { ko: '이 가운데 가장 나은 것을 하나 골라 주세요', en: 'Choose the best of these' },
  worst: { ko: '이번에는 가장 덜한 것을 하나 골라 주세요', en: 'Now choose the least of these' },
  isBest: { ko: '가장 나은 것', en: 'Best' },
  isWorst: { ko: '가장 덜한 것', en: 'Least' },
  done: { ko: '모두 답했어요. 고맙습니다.', en: 'All answered. Thank you.' },
  sofar: { ko: '{n}번 답했어요. 답할 때마다 저절로 보내요.', en: '{n} answers. Each one is sent by itself.' },
  none: { ko: '답할 때마다 저절로 보내요', en: 'Each answer is sent by itself' },
  figure: { ko: '나은 것 {best}번 · 덜한 것 {worst}번', en: 'best {best}, least {worst}' },
} as const
