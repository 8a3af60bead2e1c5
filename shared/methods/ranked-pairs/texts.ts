import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{topK}` and `{strength}` are filled with the vote's parameters; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '강한 맞대결부터 (순위쌍)', en: 'Strongest duels first (Ranked Pairs)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed}{unranked} 의제를 둘씩 맞대어 강하게 이긴 결과부터 확정하고, 이미 확정된 순서와 어긋나는 결과는 뺍니다. 승리의 세기는 {strength}입니다. 세기가 같아 결과가 갈리면 가능한 결과를 모두 구하고, 의제마다 그 가운데 가장 높은 순위를 갖습니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed}{unranked} Every two issues are compared; the strongest wins are fixed first, those that contradict them are left out. The strength of a win is {strength}. Where equal wins leave the order open, all outcomes are worked out and each issue has the best rank among them.',
  },
  words: rankWords,
}
