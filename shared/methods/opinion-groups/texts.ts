import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '찬성·반대 의견 지도', en: 'Opinion groups' },
  rule: {
    ko: '문장마다 찬성, 반대, 모르겠음 가운데 하나를 고릅니다. 비슷하게 답한 사람들을 묶고, 모든 묶음이 함께 찬성하는 문장이 앞에 옵니다.',
    en: 'Each statement is answered with agree, disagree or pass. People who answer alike are put together, and the statements that all groups agree with come first.',
  },
}
