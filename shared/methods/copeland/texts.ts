import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{topK}` is filled with the vote's parameter; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '맞대결 승수 (코플랜드)', en: 'Duels won (Copeland)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed}{unranked} 의제를 둘씩 맞대어 더 많은 사람이 앞에 둔 쪽이 이깁니다. 이긴 수에서 진 수를 뺀 값이 큰 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed}{unranked} Every two issues are compared; the one that more people put first wins. Wins less losses make the rank; equal figures share a rank.',
  },
  words: rankWords,
}
