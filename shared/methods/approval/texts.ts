import type { MethodTexts } from '../method.ts'

/** `{max}` is said in words. */
export const texts: MethodTexts = {
  name: { ko: '찬성 투표', en: 'Approval vote' },
  rule: {
    ko: '한 사람이 찬성하는 의제를 고릅니다. 고르는 수: {max}. 고른 사람이 많은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다.',
    en: 'Each person picks the issues that they are for, {max}. More people rank higher; equal counts share a rank.',
  },
  words: {
    'max=0': { ko: '원하는 만큼', en: 'as many as they like' },
    max: { ko: '{value}개까지', en: 'at most {value}' },
  },
}
