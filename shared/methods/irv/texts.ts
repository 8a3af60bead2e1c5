import { rankedWords } from '../common/ranked-words.ts'
import type { MethodTexts } from '../method.ts'

/** `{topK}`, `{equalRanks}`, `{stopAtMajority}` and `{tiesAllowed}` are said in words. */
export const texts: MethodTexts = {
  name: { ko: '순차 탈락 투표', en: 'Instant runoff' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed} 남은 의제 가운데 가장 앞에 둔 표가 제일 적은 의제를 하나씩 빼고, 그 표는 다음 순위로 넘깁니다. 맨 앞에 여럿을 같이 둔 표는 {equalRanks}.{stopAtMajority} 늦게 빠질수록 순위가 높고, 최소 득표가 같으면 가능한 결과를 모두 구해 그 가운데 가장 높은 순위를 함께 갖습니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed} The issue that is first on the fewest ballots goes out, one at a time, and its ballots pass to their next choice. A ballot with several in first place {equalRanks}.{stopAtMajority} Whoever stays longer ranks higher; where the fewest votes are equal, all outcomes are worked out and each issue has the best rank among them.',
  },
  words: {
    ...rankedWords,
    'equalRanks=split-equally': { ko: '똑같이 나누어 셉니다', en: 'is divided equally among them' },
    'equalRanks=approval': { ko: '모두에게 한 표로 셉니다', en: 'counts fully for each of them' },
    'equalRanks=skip': { ko: '그 순위를 건너뜁니다', en: 'passes over that place' },
    'stopAtMajority=false': { ko: '', en: '' },
    'stopAtMajority=true': {
      ko: ' 과반을 얻은 의제가 나오면 거기서 멈춥니다.',
      en: ' It stops when an issue has more than half.',
    },
  },
}
