import type { Texts } from '../../base/texts.ts'
import { limits } from '../../base/limits.ts'

/** How the gaps are said that the methods for ranked ballots share. */
export const rankWords: Record<string, Texts> = {
  [`topK=${limits.candidatesPerVote}`]: { ko: '원하는 만큼', en: 'as many issues as wanted' },
  topK: { ko: '{value}개까지', en: 'up to {value} issues' },
  'tiesAllowed=true': { ko: ' 여러 의제를 같은 순위에 둘 수 있습니다.', en: ' Issues may share a rank.' },
  'tiesAllowed=false': { ko: '', en: '' },
  'strength=winning-votes': { ko: '이긴 쪽의 표 수', en: 'the number of votes for the winner' },
  'strength=margins': { ko: '두 쪽의 표 차이', en: 'the difference of votes' },
  'unranked=tied-last': {
    ko: ' 순위를 매기지 않은 의제는 모두 맨 아래 같은 순위로 봅니다.',
    en: ' Unranked issues count as equal and last.',
  },
}
