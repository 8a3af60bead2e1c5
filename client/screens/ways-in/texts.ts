import type { Texts } from '../../../shared/base/texts.ts'

/** Words of the ways into a session for people without a phone, and before the day. */
export const texts = {
  open: { ko: '참여표 · 투표지 · 사전투표', en: 'Tickets · papers · pre-vote' },
  tickets: { ko: '참여표', en: 'Tickets' },
  ticketsHow: {
    ko: '한 장이 한 사람입니다. 카드마다 QR과 글자 11개가 있고, 한 번만 쓸 수 있습니다.',
    en: 'Each is one person. A card has a QR code and 11 letters, and works once.',
  },
  ticketCount: { ko: '몇 장', en: 'How many' },
  ticketPdf: { ko: '참여표 PDF 받기', en: 'Download tickets (PDF)' },
  ticketMade: {
    ko: '참여표 {n}장을 만들었습니다. 번호는 이 파일에만 있습니다.',
    en: '{n} tickets are made. Their codes are in this file only.',
  },
  ticketsOnly: { ko: '참여표가 있어야 들어올 수 있습니다', en: 'Only with a ticket' },
  ticketCode: { ko: '참여표 번호', en: 'Letters of a ticket' },
  ticketVoid: { ko: '못 쓰게 하기', en: 'Make worthless' },
  ticketFree: { ko: '다시 쓰게 하기', en: 'Let it be used anew' },
  ticketVoided: {
    ko: '{ticket}{ticket:을/를} 못 쓰게 했습니다. ‘다시 쓰게 하기’로 되돌립니다.',
    en: '{ticket} is worthless now. “Let it be used anew” takes that back.',
  },
  ticketFreed: { ko: '{ticket}{ticket:을/를} 다시 쓸 수 있습니다.', en: '{ticket} can be used anew.' },
  ticketWrong: { ko: '번호가 맞지 않습니다. 글자를 다시 확인해 주십시오.', en: 'These letters are not right.' },
  papers: { ko: '종이 투표지', en: 'Ballot papers' },
  papersHow: {
    ko: '의제가 정해진 뒤에 뽑으십시오. 투표지에는 번호가 없습니다.',
    en: 'Print them once the issues stand. Papers have no number.',
  },
  noVotes: { ko: '이 회의에는 투표가 없습니다.', en: 'There is no vote in this session.' },
  copies: { ko: '매수', en: 'Copies' },
  ballotPdf: { ko: '투표지 PDF', en: 'Ballot papers (PDF)' },
  tallyPdf: { ko: '집계표 PDF', en: 'Tally sheet (PDF)' },
  doors: { ko: '사전투표와 위원회', en: 'Pre-vote and committee' },
  doorsHow: {
    ko: '이 링크로 들어온 사람의 표는 따로 셉니다. 투표를 닫을 때까지 고칠 수 있습니다.',
    en: 'Votes through these links are counted apart. They can be changed until the vote is closed.',
  },
  until: { ko: '언제까지 들어올 수 있나요', en: 'Open until' },
  untilTime: { ko: '시각', en: 'Time' },
  untilHint: { ko: '비워 두면 회의가 끝날 때까지입니다.', en: 'Empty: until the session ends.' },
  preVote: { ko: '사전투표 링크', en: 'Pre-vote link' },
  committee: { ko: '위원회 링크', en: 'Committee link' },
  preVoteMake: { ko: '사전투표 링크 만들기', en: 'Make a pre-vote link' },
  committeeMake: { ko: '위원회 링크 만들기', en: 'Make a committee link' },
  closes: { ko: '{when}까지', en: 'until {when}' },
  never: { ko: '회의가 끝날 때까지', en: 'until the session ends' },
  qr: { ko: '{name} QR 코드', en: 'QR code: {name}' },
  unreachable: {
    ko: '서버에 닿지 못했습니다. 다시 눌러 주십시오.',
    en: 'No answer from the server. Please try again.',
  },
  close: { ko: '닫기', en: 'Close' },
} as const satisfies Record<string, Texts>
