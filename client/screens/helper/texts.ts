import type { Texts } from '../../../shared/base/texts.ts'

/** Words of the page of a helper, and of a device that goes from hand to hand. */
export const texts = {
  title: { ko: '투표 도우미', en: 'Helping with the vote' },
  ways: { ko: '어떻게 도울지 골라 주십시오', en: 'Choose how you help' },
  helper: { ko: '옆에서 돕기', en: 'At somebody’s side' },
  helperHow: {
    ko: '휴대폰이 없는 분 옆에서 함께 고르고 보냅니다.',
    en: 'You choose and send together with somebody who has no phone.',
  },
  shared: { ko: '함께 쓰는 기기', en: 'A shared device' },
  sharedHow: {
    ko: '이 기기를 차례로 건네며 각자 투표합니다.',
    en: 'This device goes from hand to hand, and each person votes alone.',
  },
  paper: { ko: '종이표 입력', en: 'Enter paper ballots' },
  paperHow: { ko: '센 종이표를 입력합니다.', en: 'Enter the paper ballots that were counted.' },
  otherWay: { ko: '방식 바꾸기', en: 'Another way' },
  served: { ko: '이 투표에서 {n}명', en: '{n} people in this vote' },
  slips: { ko: '이 투표에서 {n}장', en: '{n} slips in this vote' },
  unsent: { ko: '보내는 중 {n}', en: '{n} on their way' },
  lost: {
    ko: '투표가 닫힌 뒤에 닿아 세지 못한 표가 {n}장 있습니다. 진행자에게 알려 주십시오.',
    en: '{n} ballots arrived after the vote was closed and do not count. Please tell the facilitator.',
  },
  next: { ko: '다음 분', en: 'Next person' },
  nextHow: {
    ko: '누르면 새 투표 화면이 열립니다. 앞사람이 고른 것은 남아 있지 않습니다.',
    en: 'Opens a new ballot. Nothing of the person before is left.',
  },
  nextSlip: { ko: '다음 종이표', en: 'Next slip' },
  nextSlipHow: { ko: '종이표 한 장을 그대로 옮겨 넣습니다.', en: 'Copy one paper ballot as it is.' },
  handOn: { ko: '다음 분께 건네주세요', en: 'Please hand it to the next person' },
  begin: { ko: '투표하기', en: 'Vote' },
  beginHow: {
    ko: '누르면 새 투표 화면이 열려요. 앞사람이 고른 것은 보이지 않아요.',
    en: 'Opens a new ballot. Nobody sees what the person before chose.',
  },
  waiting: { ko: '아직 투표가 열리지 않았습니다', en: 'No vote is open yet' },
  waitingHow: {
    ko: '진행자가 투표를 열면 여기에 버튼이 나타납니다.',
    en: 'The button appears when the vote is opened.',
  },
  over: { ko: '회의가 끝났습니다', en: 'The meeting has ended' },
  sits: { ko: '자리를 마련하고 있어요', en: 'One moment' },
  cutOff: { ko: '연결이 끊겼습니다. 다시 연결하는 중입니다.', en: 'No connection. Trying again.' },
  iSee: {
    ko: '도우미가 고른 것을 봅니다. 괜찮으시면 진행할게요.',
    en: 'The helper sees what you choose. If that is all right, let us go on.',
  },
  copies: { ko: '종이표 한 장을 그대로 옮겨 주십시오.', en: 'Copy the slip as it is.' },
  stop: { ko: '그만두고 지우기', en: 'Stop and erase' },
  thanks: { ko: '고맙습니다', en: 'Thank you' },
  slipTaken: { ko: '종이표 한 장을 입력했습니다', en: 'One slip is entered' },
  taken: { ko: '투표가 들어갔어요.', en: 'Your vote is in.' },
  sending: {
    ko: '보내고 있어요. 연결이 끊겨도 이 기기가 잊지 않고 보내요.',
    en: 'On its way. This device keeps sending, even without a connection.',
  },
  closed: { ko: '투표가 닫혔어요', en: 'The vote is closed' },
  notCounted: { ko: '닫힌 뒤에 닿아 이 표는 세지 못했어요.', en: 'It arrived too late and does not count.' },
  back: { ko: '처음으로', en: 'Back to the start' },
} as const satisfies Record<string, Texts>
