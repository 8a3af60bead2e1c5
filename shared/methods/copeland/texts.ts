import { rankedWords } from '../common/ranked-words.ts'
import type { MethodTexts } from '../method.ts'

/** `{topK}` and `{tiesAllowed}` are said in words. */
export const texts: MethodTexts = {
  name: { ko: '맞대결 승수 (코플랜드)', en: 'Duels won (Copeland)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed} 의제를 둘씩 맞대어 더 많은 사람이 앞에 둔 쪽이 이기고, 순위를 매기지 않은 의제는 모두 맨 아래에 같은 순위로 봅니다. 이긴 수에서 진 수를 뺀 값이 큰 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed} Every two issues are compared: the one that more people put first wins; unranked issues count as equal and last. Wins less losses make the rank; equal figures share a rank.',
  },
  words: rankedWords,
}
