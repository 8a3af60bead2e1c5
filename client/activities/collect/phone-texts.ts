import type { Texts } from '../../../shared/base/texts.ts'
import type { PersonalKind } from '../../../shared/activities/collect/personal-data.ts'

export const phoneTexts = {
  similar: { ko: '비슷한 의견이 있어요', en: 'Somebody wrote something like it' },
  similarHow: {
    ko: '같은 뜻이면 새로 내지 않고 힘을 보탤 수 있어요.',
    en: 'If you mean the same, you can add your voice instead of writing it again.',
  },
  meToo: { ko: '저도 같아요', en: 'Me too' },
  meTooDone: { ko: '힘을 보탰어요', en: 'Added' },
  takeBack: { ko: '되돌리기', en: 'Take back' },
  supporters: { ko: '{n}명이 함께해요', en: '{n} others want it too' },
  mySupports: { ko: '힘을 보탠 의견 {n}개', en: 'Issues that I back: {n}' },
  waiting: { ko: '진행자가 보고 있어요', en: 'A facilitator is looking at it' },
  returned: { ko: '고쳐서 다시 보내 주세요', en: 'Please change it and send it again' },
  kept: {
    ko: '지금은 각자 적어요. 모두 적으면 한꺼번에 보여 드려요.',
    en: 'Everybody writes alone now. All of it is shown together later.',
  },
  keptCount: { ko: '지금까지 {n}건이 모였어요', en: '{n} so far' },
  approve: { ko: '진행자가 확인한 뒤 화면에 나와요.', en: 'A facilitator looks at it before it is shown.' },
  required: { ko: '이 칸을 적어 주세요.', en: 'Please fill this in.' },
  found: { ko: '개인정보가 들어 있어요', en: 'This has personal data in it' },
  foundHow: {
    ko: '의견은 여러 사람이 봐요. 꼭 필요하지 않으면 지워 주세요.',
    en: 'Many people will read it. Please remove what is not needed.',
  },
  neverSent: {
    ko: '주민등록번호와 외국인등록번호는 보낼 수 없어요.',
    en: 'A registration number cannot be sent.',
  },
  mend: { ko: '고치기', en: 'Change it' },
  sendAnyway: { ko: '그래도 보내기', en: 'Send anyway' },
  sendCovered: { ko: '가리고 보내기', en: 'Cover it and send' },
} satisfies Record<string, Texts>

export const personalTexts: Record<PersonalKind, Texts> = {
  residentNumber: { ko: '주민·외국인등록번호', en: 'Registration number' },
  phone: { ko: '전화번호', en: 'Telephone number' },
  email: { ko: '전자우편 주소', en: 'E-mail address' },
  account: { ko: '계좌·카드 번호', en: 'Account or card number' },
}
