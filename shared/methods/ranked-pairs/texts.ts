import type { Texts } from '../../base/texts.ts'

/** `{topK}` and `{strength}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '강한 맞대결부터 (순위쌍)', en: 'Strongest duels first (Ranked Pairs)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK}개까지 순위를 매기고, 매기지 않은 의제는 모두 맨 아래에 같은 순위로 봅니다. 의제를 둘씩 맞대어 크게 이긴 결과부터 확정하고, 이미 확정된 순서와 어긋나는 결과는 뺍니다. 승리의 세기: {strength}(winning-votes는 이긴 쪽 표 수, margins는 표 차이). 세기가 같아 순서가 갈리면 가능한 결과를 모두 구해, 그 가운데 가장 높은 순위를 함께 갖습니다.',
    en: 'Each person ranks up to {topK} issues, best first; unranked issues count as equal and last. Every two issues are compared; the strongest wins are fixed first, those that contradict them are left out. Strength of a win: {strength} (winning-votes: votes of the winner; margins: the difference). Where equal wins leave the order open, all outcomes are worked out and each issue has the best rank among them.',
  },
}
