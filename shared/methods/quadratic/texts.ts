import type { Texts } from '../../base/texts.ts'

/** `{credits}` is filled with the vote's parameter. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '제곱 투표', en: 'Quadratic vote' },
  rule: {
    ko: '한 사람이 {credits}포인트를 씁니다. 한 의제에 찬성이나 반대로 1표는 1포인트, 2표는 4포인트, 3표는 9포인트입니다. 찬성에서 반대를 뺀 표가 많은 순서로 순위를 정하고, 같으면 같은 순위입니다.',
    en: 'Each person has {credits} credits. One vote for or against an issue costs 1, two cost 4, three cost 9. Issues rank by votes for minus votes against; equal ones share a rank.',
  },
}
