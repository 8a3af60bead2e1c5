import type { Texts } from '../../base/texts.ts'

/** `{topK}`, `{equalRanks}` and `{stopAtMajority}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '순차 탈락 투표', en: 'Instant runoff' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK}개까지 순위를 매깁니다. 남은 의제 가운데 가장 앞에 둔 표가 제일 적은 의제를 하나씩 빼고, 그 표는 다음 순위로 넘깁니다. 같은 순위 처리: {equalRanks}(split-equally는 똑같이 나눔, approval은 모두 한 표, skip은 건너뜀). 과반이면 멈춤: {stopAtMajority}. 늦게 빠질수록 순위가 높고, 최소 득표가 같으면 가능한 결과를 모두 구해 그 가운데 가장 높은 순위를 함께 갖습니다.',
    en: 'Each person ranks up to {topK} issues, best first. The issue that is first on the fewest ballots goes out, one at a time, and its ballots pass to their next choice. Equal ranks: {equalRanks} (split-equally: the vote is divided; approval: a full vote each; skip: passed over). Stop at a majority: {stopAtMajority}. Whoever stays longer ranks higher; where the fewest votes are equal, all outcomes are worked out and each issue has the best rank among them.',
  },
}
