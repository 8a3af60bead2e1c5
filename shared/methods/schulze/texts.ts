import type { Texts } from '../../base/texts.ts'

/** `{topK}` and `{strength}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '맞대결 순위 (슐체)', en: 'Duels and chains (Schulze)' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK}개까지 순위를 매기고, 매기지 않은 의제는 모두 맨 아래에 같은 순위로 봅니다. 의제를 둘씩 맞대어 이긴 결과를 이어 더 강한 쪽이 앞섭니다. 승리의 세기: {strength}(winning-votes는 이긴 쪽 표 수, margins는 표 차이). 앞서는 의제가 없는 것끼리는 같은 순위입니다.',
    en: 'Each person ranks up to {topK} issues, best first; unranked issues count as equal and last. Every two issues are compared, wins are joined into chains, and the stronger chain decides. Strength of a win: {strength} (winning-votes: votes of the winner; margins: the difference). Issues that none beats share a rank.',
  },
}
