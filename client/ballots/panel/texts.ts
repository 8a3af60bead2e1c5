import type { Texts } from '../../../shared/base/texts.ts'

/** Words of a panel's ballot. */
export const texts = {
  panel: { ko: '지난 라운드 {n}명', en: 'Last round, {n} people' },
  median: { ko: '중앙값 {median}', en: 'median {median}' },
  quartiles: { ko: '가운데 절반 {q1}~{q3}', en: 'middle half {q1}–{q3}' },
  mean: { ko: '평균 {mean}', en: 'mean {mean}' },
  own: { ko: '내 지난 점수 {n}점', en: 'My score then: {n}' },
  kept: {
    ko: '내 점수는 다음 라운드에서 보여 드리려고 이 기기에 남겨요. 마감하면 누가 몇 점을 줬는지는 이 기기에만 남아요.',
    en: 'My scores stay on this device, to show them in the next round. Once the vote is closed, nothing else knows them as mine.',
  },
  tell: { ko: '내 지난 점수도 함께 보내기', en: 'Send my scores of last round as well' },
  tellHint: {
    ko: '점수를 그대로 둔 사람의 비율을 셈해요. 이름은 붙지 않지만, 지난 표와 이번 표가 한 사람 것으로 이어져요. 보내지 않아도 괜찮아요.',
    en: 'For the share of people who keep their scores. There is no name on it, but it links this ballot to the one before. You need not send them.',
  },
} satisfies Record<string, Texts>
