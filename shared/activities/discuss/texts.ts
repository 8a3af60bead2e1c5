import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '표적집단면접(FGI)', en: 'Discussion (FGI)' },
  purpose: {
    ko: '질문지를 따라 이야기하고, 기록자가 발언을 적습니다.',
    en: 'People talk along a question guide while a note-taker writes down what is said.',
  },
}
