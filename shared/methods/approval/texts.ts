import type { Texts } from '../../base/texts.ts'

/** `{max}` is filled with the vote's parameter; 0 is no limit. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '찬성 투표', en: 'Approval vote' },
  rule: {
    ko: '한 사람이 찬성하는 의제를 모두 고릅니다(최대 {max}개, 0은 제한 없음). 고른 사람이 많은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다.',
    en: 'Each person picks every issue that they are for (at most {max}; 0 means no limit). More people rank higher; equal counts share a rank.',
  },
}
