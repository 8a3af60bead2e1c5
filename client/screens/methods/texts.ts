import type { Texts } from '../../../shared/base/texts.ts'

export const texts = {
  offers: { ko: '무엇을 정하나요?', en: 'What is to be decided?' },
  method: { ko: '투표 방법', en: 'Method' },
  details: { ko: '규칙 자세히', en: 'Details of the rule' },
  whoCounts: { ko: '누가 투표하나요', en: 'Who votes' },
  everybody: { ko: '이 자리에 들어온 사람', en: 'everybody who has joined' },
  topK: { ko: '몇 개가 다음으로 올라가나요', en: 'How many go on' },
  noTopK: { ko: '정하지 않음', en: 'not set' },
  tieRule: { ko: '그 경계에서 동점이면', en: 'A tie across that line' },
  'both-go-on': { ko: '함께 올라감', en: 'all of them go on' },
  draw: { ko: '추첨', en: 'is drawn by lot' },
  'run-off': { ko: '그 의제만 다시 투표', en: 'is voted on again' },
  seed: { ko: '추첨 번호', en: 'Number of the draw' },
  seedHint: {
    ko: '투표를 열기 전에 모두에게 보입니다. 현장에서 주사위로 정한 수를 적어도 됩니다.',
    en: 'Everybody sees it before the vote opens. A number thrown with dice in the hall will do.',
  },
  ruleCard: { ko: '규칙', en: 'Rule' },
  notValid: { ko: '정할 수 없는 값이 있습니다. 표시된 범위 안에서 고쳐 주세요.', en: 'Some values are not possible.' },
  costsLater: {
    ko: '사업마다 드는 돈은 의제를 모은 뒤 진행 화면에서 적습니다.',
    en: 'Costs are entered in the console, once the issues are there.',
  },
  paper: { ko: '종이 투표지도 받습니다', en: 'Paper ballots are taken too' },
  paperSums: {
    ko: '투표지를 세어 합계를 두 사람이 따로 입력합니다.',
    en: 'Two people count the slips and each enter the sums.',
  },
  paperSingle: {
    ko: '이 방법은 합계로 셀 수 없어, 도우미 화면에서 투표지를 한 장씩 입력합니다.',
    en: 'Slips of this method have no sums: they are entered one by one on a helper’s page.',
  },
  weighted: { ko: '통로마다 가중치를 둡니다', en: 'Channels have weights' },
  weightedHint: {
    ko: '통로마다 낸 득표율에 곱해 더합니다. 빈칸은 0입니다. 한 사람 한 표의 순위도 나란히 보입니다.',
    en: 'Shares within each channel are multiplied and added. Empty is 0. The ranking of one person, one vote stands beside it.',
  },
  noWeights: {
    ko: '이 방법은 득표율이 없어 가중치를 둘 수 없습니다.',
    en: 'This method has no shares, so that channels cannot be weighted.',
  },
  range: { ko: '{min}~{max}', en: '{min} to {max}' },
  noLimit: { ko: '제한 없음', en: 'no limit' },
} satisfies Record<string, Texts>
