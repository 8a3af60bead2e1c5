import type { Texts } from '../../../../shared/base/texts.ts'
import type { Standing } from '../../../../shared/results/robustness.ts'

export const texts = {
  title: { ko: '투표 결과: {title}', en: 'Result: {title}' },
  rule: { ko: '규칙', en: 'Rule' },
  turnout: { ko: '참여', en: 'Turnout' },
  people: {
    ko: '들어온 {joined}명 가운데 {voted}명이 투표했습니다({share}). 고르지 않은 표 {blank}장, 규칙에 어긋나 세지 않은 표 {rejected}장.',
    en: '{voted} of {joined} who had joined voted ({share}). Blank ballots {blank}, refused by the rule {rejected}.',
  },
  few: {
    ko: '투표한 사람이 5명보다 적습니다. 결과만으로 누가 무엇을 골랐는지 짐작될 수 있으니 밖에 보일 때 조심하세요.',
    en: 'Fewer than 5 people voted. The result may tell who chose what; take care where it is shown.',
  },
  firm: { ko: '얼마나 가까운가', en: 'How close is close' },
  firmHow: {
    ko: '같은 표를 {rounds}번 다시 뽑아 세어, 100번 가운데 95번 들어가는 순위를 봤습니다. 순위가 겹치는 의제는 사실상 비슷합니다. 모두가 투표한 모임에서는 오차가 아니라 순서가 얼마나 굳은지를 뜻합니다.',
    en: 'The ballots were drawn and counted again {rounds} times; the range has the rank in 95 of 100. Issues whose ranges overlap are practically level. In a room where all voted this is no poll error: it says how firmly the order stands.',
  },
  band: { ko: '{n}묶음 · 사실상 비슷함', en: 'Band {n} · practically level' },
  bandAlone: { ko: '{n}묶음', en: 'Band {n}' },
  rank: { ko: '순위', en: 'Rank' },
  issue: { ko: '의제', en: 'Issue' },
  range: { ko: '순위 범위', en: 'Range of ranks' },
  standing: { ko: '위 {k}개에 드는가', en: 'Among the first {k}' },
  safe: { ko: '안전', en: 'safe' },
  contested: { ko: '접전', en: 'contested' },
  'depends-on-the-rule': { ko: '규칙에 따라 다름', en: 'depends on the rule' },
  out: { ko: '들지 않음', en: 'outside' },
  agreement: { ko: '모두의 뜻이 얼마나 모였나', en: 'Agreement in the room' },
  W: { ko: '켄달의 일치도 W = {W}: {reading}', en: 'Kendall’s W = {W}: {reading}' },
  strong: { ko: '뜻이 많이 모였습니다(0.7 이상).', en: 'strong (0.7 or more)' },
  moderate: { ko: '어느 정도 모였습니다(0.3~0.7).', en: 'moderate (0.3 to 0.7)' },
  weak: { ko: '뜻이 갈렸습니다(0.3보다 작음).', en: 'weak (below 0.3)' },
  sd: { ko: '표준편차', en: 'Standard deviation' },
  spreadHow: {
    ko: '표준편차가 클수록 그 의제를 두고 생각이 갈렸습니다(표의 마지막 칸).',
    en: 'The larger the standard deviation, the more opinions differ (last column of the table).',
  },
  noAgreement: {
    ko: '이 방법의 투표지로는 일치도를 셈하지 않습니다.',
    en: 'This kind of ballot has no measure of agreement.',
  },
  rules: { ko: '다른 규칙이었다면', en: 'By other rules' },
  rulesHow: {
    ko: '같은 투표지를 이 투표지로 셀 수 있는 다른 규칙으로도 세었습니다. 순위를 나란히 보입니다.',
    en: 'The same ballots counted by every other rule that they allow, ranks side by side.',
  },
  onlyRule: { ko: '이 투표지를 셀 수 있는 다른 규칙이 없습니다.', en: 'No other rule can count these ballots.' },
  own: { ko: '이 투표의 규칙', en: 'rule of this vote' },
} satisfies Record<string, Texts> & Record<Standing, Texts>
