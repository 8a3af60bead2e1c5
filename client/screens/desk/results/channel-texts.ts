import type { Texts } from '../../../../shared/base/texts.ts'

/** Words about the ways in which votes came, and about who was in the room. */
export const texts = {
  channels: { ko: '통로별 참여', en: 'Turnout by channel' },
  channel: { ko: '통로', en: 'Channel' },
  ballots: { ko: '표', en: 'Ballots' },
  checkIns: { ko: '들어온 사람 · 낸 종이', en: 'Seats and slips' },
  weight: { ko: '가중치', en: 'Weight' },
  total: { ko: '모두', en: 'Total' },
  fits: { ko: '표 {ballots} ≤ 참석 {present}', en: 'Ballots {ballots} ≤ present {present}' },
  tooMany: {
    ko: '표 {ballots} > 참석 {present}. 표가 센 사람보다 많습니다. 참석 인원을 잘못 세었는지 확인해 주십시오.',
    en: 'Ballots {ballots} > present {present}. Please check how the people were counted.',
  },
  notCounted: { ko: '참석 인원을 세지 않았습니다.', en: 'Nobody counted the people present.' },
  paper: {
    ko: '종이표 {batches}묶음: 유효 {ballots}장(표시가 없는 표 {blank}장), 셀 수 없는 표 {invalid}장. 두 사람의 입력이 같은 것만 셌습니다.',
    en: 'Paper in {batches} bundles: {ballots} valid ({blank} blank), {invalid} that cannot be counted. Only what two people entered alike was counted.',
  },
  pools: { ko: '통로별로 받은 것', en: 'What each channel gave' },
  poolsHow: {
    ko: '앞의 비율은 그 통로에서 준 것 모두 가운데, 뒤의 비율은 그 통로에서 투표한 사람 가운데입니다. 표가 5장보다 적은 통로는 다른 통로와 합쳐 보입니다.',
    en: 'The first share is of all that was given in the channel, the second of the people who voted in it. Channels with fewer than 5 ballots are shown together with another one.',
  },
  given: { ko: '준 것의', en: 'of what was given' },
  voters: { ko: '사람의', en: 'of voters' },
  combined: { ko: '가중치를 둔 순위', en: 'Ranking with weights' },
  combinedHow: {
    ko: '통로마다 준 것 가운데의 비율에 투표 전에 정한 가중치({weights})를 곱해 더했습니다. 우선과제 목록에는 가중치를 둔 순위가 들어갑니다.',
    en: 'Shares of what was given in each channel, multiplied by the weights fixed before the vote ({weights}) and added. The ranking with weights goes into the priority-task list.',
  },
  onePerson: { ko: '한 사람 한 표', en: 'One person, one vote' },
  weighted: { ko: '가중치', en: 'With weights' },
  lens: { ko: '이 자리에 누가 있었나: {attribute}', en: 'Who was in the room: {attribute}' },
  lensHow: {
    ko: '스스로 답한 것이며 답하지 않아도 됩니다. 5명보다 적은 집단은 다른 집단과 합쳐 보입니다. 한 사람의 답은 투표가 모두 봉인되면 지웁니다.',
    en: 'As people told of themselves, voluntarily. Groups under 5 are shown together with another one. Single answers are erased once all votes are sealed.',
  },
  tooFew: { ko: '투표한 사람이 5명보다 적어 보이지 않습니다.', en: 'Not shown: fewer than 5 people voted.' },
  group: { ko: '집단', en: 'Group' },
  here: { ko: '있던 사람', en: 'In the room' },
  voted: { ko: '투표한 사람', en: 'Voted' },
  turnout: { ko: '투표율', en: 'Turnout' },
  share: { ko: '투표한 사람 중 비율', en: 'Share of voters' },
  district: { ko: '구의 비율', en: 'Share of the district' },
  silent: { ko: '답하지 않음', en: 'told nothing' },
  reweighted: { ko: '구의 비율대로 본 순위', en: 'Ranking by the district’s shares' },
  reweightedHow: {
    ko: '참고로만 봅니다. 집단마다 구의 비율만큼 헤아리되 한 사람의 표는 {cap}배를 넘지 않게 했습니다. 결과를 바꾸지 않습니다.',
    en: 'For comparison only. Each group counts as in the district, but no ballot more than {cap} times. It changes nothing in the result.',
  },
  issue: { ko: '의제', en: 'Issue' },
  raw: { ko: '센 그대로', en: 'As counted' },
  ageBand: { ko: '나이대', en: 'Age' },
  neighbourhood: { ko: '동네', en: 'Neighbourhood' },
  affiliation: { ko: '참여 자격', en: 'Affiliation' },
} as const satisfies Record<string, Texts>
