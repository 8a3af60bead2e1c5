import type { Texts } from '../../base/texts.ts'

/** `{perVoter}` and `{perItem}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '스티커 투표', en: 'Sticker vote' },
  rule: {
    ko: '한 사람이 스티커 {perVoter}개까지, 한 의제에 {perItem}개까지 붙입니다. 스티커가 많은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다.',
    en: 'Each person has up to {perVoter} stickers, up to {perItem} on one issue. More stickers rank higher; equal counts share a rank.',
  },
}
