import type { Texts } from '../../../shared/base/texts.ts'

/** The words of a revealed result, on the projector and on phones. */
export const texts = {
  shareOf: { ko: '{of}의 {share}', en: '{share} of {of}' },
  namedBy: { ko: '{of} {n}명', en: '{n} {of}' },
  inFavour: { ko: '찬성 비율', en: 'Share in favour' },
  votes: { ko: '득표', en: 'Votes' },
  people: { ko: '{n}명', en: '{n}' },
  figure: { ko: '큰 숫자: {name}', en: 'Large figures: {name}' },
  sides: {
    ko: '찬성 {for} · 반대 {against} · 기권 {abstain}',
    en: 'for {for} · against {against} · abstained {abstain}',
  },
  spread: { ko: '{value}점 {n}명', en: '{value}: {n}' },
  interval: { ko: '{low} ~ {high} 사이', en: 'between {low} and {high}' },
  bestWorst: {
    ko: '최고 {best}번 · 최저 {worst}번 · 보인 횟수 {shown}번',
    en: 'best {best} · worst {worst} · shown {shown}',
  },
  funded: { ko: '선정 · {cost}', en: 'funded · {cost}' },
  notFunded: { ko: '선정 안 됨 · {cost}', en: 'not funded · {cost}' },
  goesOn: { ko: '올라감', en: 'goes on' },
  atTheLine: { ko: '경계의 동점', en: 'tied at the line' },
  line: { ko: '위에서 {n}개가 올라갑니다.', en: 'The first {n} go on.' },
  bothGoOn: {
    ko: '{n}개가 올라가는 경계에서 동점이라 {more}개가 더 올라갑니다.',
    en: 'A tie lies across the line of {n}; {more} more go on.',
  },
  drawn: {
    ko: '{n}개가 올라가는 경계의 동점 {m}개를 추첨 번호 {seed}{seed:으로/로} 추첨했습니다.',
    en: 'The {m} that are tied across the line of {n} were drawn by lot with the number {seed}.',
  },
  runOff: {
    ko: '{n}개가 올라가는 경계의 동점 {m}개를 놓고 다시 투표합니다. 남은 자리 {places}개.',
    en: 'The {m} that are tied across the line of {n} are voted on again, for {places} places.',
  },
  duels: { ko: '맞대결', en: 'Duels' },
  duelsHow: {
    ko: '왼쪽 의제를 위쪽 의제보다 앞에 둔 사람 수',
    en: 'People who put the issue on the left before the one on top',
  },
  condorcet: { ko: '모든 맞대결에서 이긴 의제: {title}', en: 'Wins every duel: {title}' },
  noCondorcet: { ko: '모든 맞대결에서 이긴 의제는 없습니다.', en: 'No issue wins every duel.' },
  rounds: { ko: '차례로 빠진 과정', en: 'Rounds' },
  round: { ko: '{n}차', en: 'Round {n}' },
  exhausted: { ko: '더 고른 것이 없는 표', en: 'No choice left' },
  quadrants: { ko: '네 칸으로 나눈 그림', en: 'Four fields' },
  budget: { ko: '예산 {budget} 가운데 {spent} 씀', en: '{spent} of {budget} spent' },
  groups: { ko: '의견 무리', en: 'Opinion groups' },
  group: { ko: '{name} 무리 {n}명', en: 'Group {name}: {n}' },
  performance: { ko: '지금 수준', en: 'How it stands' },
  importance: { ko: '중요도', en: 'Importance' },
  urgency: { ko: '시급도', en: 'Urgency' },
  feasibility: { ko: '실현가능성', en: 'Feasibility' },
} satisfies Record<string, Texts>
