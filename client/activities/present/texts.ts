import type { Texts } from '../../../shared/base/texts.ts'

/** The words of a presentation, on phones, in the hall, at the console and on the desk. */
export const texts = {
  year: { ko: '{year}년', en: '{year}' },
  source: { ko: '출처: {source}', en: 'Source: {source}' },
  place: { ko: '{n}위', en: '{n}' },
  pending: { ko: '아직 공개되지 않은 결과입니다', en: 'This result has not been revealed yet' },
  page: { ko: '{n} / {of}쪽', en: 'Page {n} of {of}' },
  before: { ko: '앞 쪽', en: 'Page before' },
  after: { ko: '다음 쪽', en: 'Next page' },
  keys: { ko: '← → 키로도 넘깁니다', en: 'Also with the keys ← →' },
  pages: { ko: '보여 줄 것', en: 'What is shown' },
  none: {
    ko: '제목만 보입니다. 아래에서 보여 줄 것을 더하세요.',
    en: 'Only the title is shown. Add what to show below.',
  },
  addText: { ko: '글', en: 'Text' },
  addFigure: { ko: '현황 자료', en: 'Figure' },
  addResult: { ko: '지난 회의 결과', en: 'Earlier result' },
  addVote: { ko: '이 회의의 결과', en: 'Result of this session' },
  text: { ko: '화면에 띄울 글', en: 'Text on the screen' },
  sourceOf: { ko: '출처', en: 'Source' },
  remove: { ko: '{n}쪽 지우기', en: 'Remove page {n}' },
  removed: { ko: '{n}쪽을 지웠습니다.', en: 'Page {n} is gone.' },
  noFigures: { ko: '이 계획의 현황 자료가 아직 없습니다.', en: 'This plan has no figures yet.' },
  noResults: { ko: '이 계획에 결과가 나온 투표가 아직 없습니다.', en: 'No vote of this plan has a result yet.' },
  voteOf: { ko: '이 회의의 결과: {title}', en: 'Result of: {title}' },
  choose: { ko: '더할 것을 고르세요', en: 'Choose what to add' },
} satisfies Record<string, Texts>
