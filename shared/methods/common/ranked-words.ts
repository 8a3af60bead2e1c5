import { limits } from '../../base/limits.ts'
import type { MethodTexts } from '../method.ts'

/** How the parameters that all ranked methods share are said in their rules. */
export const rankedWords: NonNullable<MethodTexts['words']> = {
  [`topK=${limits.candidatesPerVote}`]: { ko: '원하는 만큼', en: 'as many issues as they like' },
  topK: { ko: '{value}개까지', en: 'up to {value} issues' },
  'tiesAllowed=true': { ko: '', en: '' },
  'tiesAllowed=false': { ko: ' 둘을 같은 순위로 매길 수는 없습니다.', en: ' No two issues can have the same rank.' },
  'strength=winning-votes': { ko: '이긴 쪽의 표 수', en: 'the votes of the winner' },
  'strength=margins': { ko: '두 쪽의 표 차이', en: 'the difference in votes' },
}
