import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{topK}` is filled with the vote's parameter; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '순위 점수 (보르다)', en: 'Rank points (Borda)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed} 1위는 나머지 의제 수만큼 점수를 받고 한 순위 내려갈 때마다 1점씩 줄며, 같은 순위끼리는 점수를 똑같이 나눕니다.{unranked} 점수가 많은 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed} A first place gives as many points as there are other issues, each place below one less; equal places share their points.{unranked} More points rank higher; equal points share a rank.',
  },
  words: {
    ...rankWords,
    'unranked=average-of-remaining': {
      ko: ' 순위를 매기지 않은 의제는 남은 점수를 똑같이 나눕니다.',
      en: ' Unranked issues share the points that are left.',
    },
    'unranked=zero': { ko: ' 순위를 매기지 않은 의제는 0점입니다.', en: ' Unranked issues get none.' },
  },
}
