import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{points}` is a list, `{topK}` is filled with the vote's parameter. */
export const texts: MethodTexts = {
  name: { ko: '상위 순위 점수', en: 'Points for the first places' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed} 1위부터 차례로 {points}점을 받고 그 아래는 0점이며, 같은 순위끼리는 점수를 똑같이 나눕니다. 점수가 많은 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed} The places from the first on give {points} points, those below none; equal places share their points. More points rank higher; equal points share a rank.',
  },
  words: rankWords,
}
