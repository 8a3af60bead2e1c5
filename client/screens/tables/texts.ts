import type { Texts } from '../../../shared/base/texts.ts'

/** Tables: to residents on their phones in 해요체, to whoever runs one in 합니다체. */
export const texts = {
  table: { ko: '{n}조', en: 'Table {n}' },
  which: { ko: '몇 조에 앉으셨어요?', en: 'Which table do you sit at?' },
  whichHint: {
    ko: '책상 위의 번호를 눌러 주세요. 나중에 바꿀 수 있어요.',
    en: 'Tap the number on your table. It can be changed later.',
  },
  noTable: { ko: '조 없이 참여하기', en: 'I sit at no table' },
  change: { ko: '조 바꾸기', en: 'Change table' },
  choose: { ko: '조 고르기', en: 'Choose a table' },

  heading: { ko: '{n}조 진행', en: 'Table {n}' },
  seats: { ko: '우리 조 {n}명', en: '{n} at this table' },
  soon: { ko: '아직 시작하지 않았습니다', en: 'It has not begun yet' },
  write: { ko: '휴대폰이 없는 분의 의견', en: 'What somebody without a phone says' },
  add: { ko: '적기', en: 'Write it down' },
  own: { ko: '우리 조 의제', en: 'Issues of this table' },
  empty: { ko: '아직 적은 글이 없습니다.', en: 'Nothing has been written yet.' },
  merged: { ko: '{n}건을 합침', en: '{n} merged' },
  up: { ko: '전체에 올림', en: 'Before the whole room' },
  rollUpN: { ko: '전체에 올리기 · {n}건', en: 'Bring {n} before the room' },
  rollDown: { ko: '조로 되돌리기', en: 'Take back' },
  merge: { ko: '합치기', en: 'Merge' },
  rolledUp: { ko: '{n}건을 전체에 올렸습니다', en: '{n} {n:issue is/issues are} before the room' },
  rolledDown: { ko: '{n}건을 조로 되돌렸습니다', en: '{n} {n:issue is/issues are} back at the table' },
  mergedNow: { ko: '{n}건을 합쳤습니다', en: '{n} {n:issue/issues} merged' },
  undo: { ko: '되돌리기', en: 'Undo' },

  tables: { ko: '조', en: 'Tables' },
  people: { ko: '사람', en: 'People' },
  issues: { ko: '의제', en: 'Issues' },
  brought: { ko: '올림', en: 'Brought' },
  cards: { ko: '조별 QR과 링크', en: 'QR codes and links' },
  cardHint: {
    ko: 'QR을 조마다 두면 휴대폰이 바로 그 조로 들어옵니다. 링크는 조 진행자에게만 건네주세요.',
    en: 'A phone that reads a table’s QR code sits at that table. The link is for whoever runs it.',
  },
  qr: { ko: '{n}조 QR 코드', en: 'QR code of table {n}' },
  makeLink: { ko: '{n}조 진행자 링크', en: 'Link for table {n}' },
  linkHint: { ko: '누르면 전체가 선택됩니다.', en: 'Touch it to select all of it.' },

  count: { ko: '조 수', en: 'Number of tables' },
  countHint: { ko: '0이면 조를 나누지 않습니다.', en: '0: the room sits as one.' },
  scope: {
    ko: '조별로 적고, 조 진행자가 전체에 올립니다',
    en: 'Tables write for themselves and bring issues before the room',
  },
  atTables: { ko: '조별로 이야기하고 있습니다', en: 'The tables are talking' },
} satisfies Record<string, Texts>
