import type { MethodTexts } from '../method.ts'

/** `{perVoter}` and `{perItem}` are filled with the vote's parameters; the other gaps are sentences or nothing. */
export const texts: MethodTexts = {
  name: { ko: '스티커 투표', en: 'Sticker vote' },
  rule: {
    ko: '한 사람이 스티커 {perVoter}개까지, 한 의제에 {perItem}개까지 붙입니다.{onePerField}{negative} 스티커가 많은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다.',
    en: 'Each person has up to {perVoter} stickers, up to {perItem} on one issue.{onePerField}{negative} More stickers rank higher; equal counts share a rank.',
  },
  words: {
    'onePerField=false': { ko: '', en: '' },
    'onePerField=true': {
      ko: ' 한 분야에서는 한 의제에만 붙입니다.',
      en: ' Only one issue in each field can get stickers from one person.',
    },
    'negative=0': { ko: '', en: '' },
    negative: {
      ko: ' 반대 스티커는 {value}개까지 붙이고, 하나마다 스티커 하나를 뺍니다.',
      en: ' Up to {value} negative stickers can be used besides; each takes one sticker away.',
    },
  },
}
