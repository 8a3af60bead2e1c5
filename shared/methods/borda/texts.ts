import type { Texts } from '../../base/texts.ts'

/** `{topK}` is filled with the vote's parameter. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '순위 점수 (보르다)', en: 'Rank points (Borda)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK}개까지 순위를 매깁니다. 1위는 나머지 의제 수만큼 점수를 받고 한 순위 내려갈 때마다 1점씩 줄며, 같은 순위끼리는 점수를 똑같이 나눕니다. 순위를 매기지 않은 의제: {unranked}(average-of-remaining은 남은 점수의 평균, zero는 0점). 점수가 많은 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person ranks up to {topK} issues, best first. A first place gives as many points as there are other issues, each place below one less; equal places share their points. Unranked issues: {unranked} (average-of-remaining: the average of the points left; zero: none). More points rank higher; equal points share a rank.',
  },
}
