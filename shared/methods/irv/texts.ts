import type { MethodTexts } from '../method.ts'
import { rankWords } from '../common/rank-texts.ts'

/** `{topK}` is filled with the vote's parameter; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '순차 탈락 투표', en: 'Instant runoff' },
  rule: {
    ko: '한 사람이 좋은 순서로 {topK} 순위를 매깁니다.{tiesAllowed} 남은 의제 가운데 맨 앞에 둔 표가 가장 적은 의제를 하나씩 빼고, 그 표는 다음 순위로 넘깁니다.{equalRanks}{stopAtMajority} 늦게 빠질수록 순위가 높습니다. 가장 적은 표가 같으면 가능한 결과를 모두 구하고, 의제마다 그 가운데 가장 높은 순위를 갖습니다.',
    en: 'Each person ranks {topK}, best first.{tiesAllowed} The issue that is first on the fewest ballots goes out, one at a time, and its ballots pass to their next choice.{equalRanks}{stopAtMajority} Whoever stays longer ranks higher. Where the fewest votes are equal, all outcomes are worked out and each issue has the best rank among them.',
  },
  words: {
    ...rankWords,
    'equalRanks=split-equally': {
      ko: ' 같은 순위의 의제는 한 표를 똑같이 나눕니다.',
      en: ' Issues of equal rank divide the vote equally.',
    },
    'equalRanks=approval': {
      ko: ' 같은 순위의 의제는 저마다 한 표를 받습니다.',
      en: ' Issues of equal rank get a full vote each.',
    },
    'equalRanks=skip': { ko: ' 같은 순위의 의제는 건너뜁니다.', en: ' Issues of equal rank are passed over.' },
    'stopAtMajority=true': {
      ko: ' 남은 표의 과반을 얻은 의제가 나오면 멈춥니다.',
      en: ' It ends when one has more than half of the ballots that are left.',
    },
    'stopAtMajority=false': { ko: '', en: '' },
  },
}
