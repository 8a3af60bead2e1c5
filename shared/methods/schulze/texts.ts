import { rankedWords } from '../common/ranked-words.ts'
import type { MethodTexts } from '../method.ts'

/** `{topK}`, `{strength}` and `{tiesAllowed}` are said in words. */
export const texts: MethodTexts = {
  name: { ko: '맞대결 순위 (슐체)', en: 'Duels and chains (Schulze)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매기고, 매기지 않은 의제는 모두 맨 아래에 같은 순위로 봅니다.{tiesAllowed} 의제를 둘씩 맞대어 더 많은 사람이 앞에 둔 쪽이 이기고, 이긴 결과를 이어 더 강한 쪽이 앞섭니다. 승리의 세기는 {strength}입니다. 서로 앞서지 않는 의제는 같은 순위입니다.',
    en: 'Each person ranks {topK}, best first; unranked issues count as equal and last.{tiesAllowed} Every two issues are compared, wins are joined into chains, and the stronger chain decides. A win is as strong as {strength}. Issues that do not beat each other share a rank.',
  },
  words: rankedWords,
}
