export const texts = {
  budget: { ko: '예산 {budget}', en: 'Budget {budget}' },
  chosen: { ko: '고른 사업 {n}개, 모두 {cost}', en: '{n} chosen, {cost} together' },
  left: { ko: '남은 예산 {left}', en: '{left} left' },
  over: { ko: '예산보다 {excess} 많음', en: '{excess} more than the budget' },
  cost: { ko: '비용 {cost}', en: 'costs {cost}' },
  noCost: { ko: '비용 정해지지 않음', en: 'no cost given' },
  refused: {
    ko: '이 사업까지 고르면 예산을 {excess}만큼 넘어요. 고른 것을 먼저 빼 주세요.',
    en: 'With this one you would be {excess} over the budget. Please take something out first.',
  },
  tooDear: {
    ko: '이 사업 하나가 예산을 {excess}만큼 넘어 고를 수 없어요.',
    en: 'This one alone is {excess} over the budget and cannot be chosen.',
  },
  note: { ko: '{n}개 골랐어요 · 남은 예산 {left}', en: '{n} chosen · {left} left' },
  noteFree: { ko: '{n}개 골랐어요 · 모두 {cost}', en: '{n} chosen · {cost} together' },
  none: { ko: '바라는 사업을 눌러 주세요', en: 'Tap the projects that you want' },
} as const
