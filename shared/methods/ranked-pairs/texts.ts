import { rankedWords } from '../common/ranked-words.ts'
import type { MethodTexts } from '../method.ts'

/** `{topK}`, `{strength}` and `{tiesAllowed}` are said in words. */
export const texts: MethodTexts = {
  name: { ko: '강한 맞대결부터 (순위쌍)', en: 'Strongest duels first (Ranked Pairs)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매기고, 매기지 않은 의제는 모두 맨 아래에 같은 순위로 봅니다.{tiesAllowed} 의제를 둘씩 맞대어 크게 이긴 결과부터 확정하고, 이미 확정된 순서와 어긋나는 결과는 뺍니다. 승리의 세기는 {strength}입니다. 세기가 같아 순서가 갈리면 가능한 결과를 모두 구해, 그 가운데 가장 높은 순위를 함께 갖습니다.',
    en: 'Each person ranks {topK}, best first; unranked issues count as equal and last.{tiesAllowed} Every two issues are compared; the strongest wins are fixed first, those that contradict them are left out. A win is as strong as {strength}. Where equal wins leave the order open, all outcomes are worked out and each issue has the best rank among them.',
  },
  words: rankedWords,
}
