import type { Texts } from '../../base/texts.ts'

export const texts: { name: Texts; purpose: Texts } = {
  name: { ko: '의제 수집', en: 'Collect issues' },
  purpose: { ko: '참여자가 휴대폰으로 의제를 적어 보냅니다.', en: 'Participants write issues on their phones.' },
}
