import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{topK}` and `{strength}` are filled with the vote's parameters; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '맞대결 순위 (슐체)', en: 'Duels and chains (Schulze)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed}{unranked} 의제를 둘씩 맞대고, 이긴 결과를 이은 것 가운데 더 강한 쪽이 앞섭니다. 승리의 세기는 {strength}입니다. 어느 의제에도 지지 않은 것끼리는 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed}{unranked} Every two issues are compared, wins are joined into chains, and the stronger chain decides. The strength of a win is {strength}. Issues that none beats share a rank.',
  },
  words: rankWords,
}
