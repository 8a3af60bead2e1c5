import type { MethodTexts } from '../method.ts'

/** `{threshold}` is a share from 0 to 1. */
export const texts: MethodTexts = {
  name: { ko: '찬반 투표', en: 'For or against' },
  rule: {
    ko: '의제마다 찬성, 반대, 기권을 고릅니다. 찬성과 반대를 합한 것 가운데 찬성의 비율이 {threshold}보다 크면 통과합니다. 순위는 {order} 순서로 정하고, 같으면 같은 순위입니다.',
    en: 'Each person is for or against each issue, or abstains. An issue passes when its share of votes in favour, of those for and against, is above {threshold}. Issues rank by {order}; equal ones share a rank.',
  },
  words: {
    'threshold=0.5': { ko: '절반', en: 'one half' },
    'order=share-for': { ko: '찬성 비율이 높은', en: 'the share in favour' },
    'order=for-minus-against': { ko: '찬성에서 반대를 뺀 수가 큰', en: 'votes for minus votes against' },
  },
}
