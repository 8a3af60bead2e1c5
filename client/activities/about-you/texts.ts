import type { Texts } from '../../../shared/base/texts.ts'

/** Words with which residents are asked, once and calmly, which part of the district they are. */
export const texts = {
  title: { ko: '어떤 분이 오셨는지 여쭤요', en: 'Who is here today' },
  why: {
    ko: '여러 주민이 고루 오셨는지 보려고 여쭤요. 답하지 않으셔도 투표하고 의제를 낼 수 있어요.',
    en: 'We ask to see whether all parts of the district are here. You can take part without answering.',
  },
  erased: {
    ko: '이름은 묻지 않아요. 투표가 모두 끝나면 답은 지워요.',
    en: 'No names are asked. The answers are erased when all votes are over.',
  },
  ageBand: { ko: '나이대', en: 'Age' },
  neighbourhood: { ko: '사시는 동네', en: 'Where you live' },
  affiliation: { ko: '어떤 자격으로 오셨나요', en: 'In which role you are here' },
  skip: { ko: '건너뛰기', en: 'Skip' },
} as const satisfies Record<string, Texts>
