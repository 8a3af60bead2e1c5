import type { Texts } from '../../../shared/base/texts.ts'

/** Words of the editor of a question guide. */
export const texts = {
  guide: { ko: '질문지', en: 'Question guide' },
  usual: { ko: '표준 질문지 넣기', en: 'Put in the usual guide' },
  usualAgain: { ko: '표준 질문지로 바꾸기', en: 'Replace by the usual guide' },
  empty: {
    ko: '질문이 없으면 위의 제목을 두고 이야기합니다.',
    en: 'Without questions, the title above is what is talked about.',
  },
  add: { ko: '질문 더하기', en: 'Add a question' },
  kind: { ko: '{n}번 질문의 갈래', en: 'Kind of question {n}' },
  text: { ko: '{n}번 질문', en: 'Question {n}' },
  prompts: { ko: '{n}번 질문의 이어 묻기 (한 줄에 하나)', en: 'Prompts of question {n} (one a line)' },
  promptsShort: { ko: '이어 묻기 (한 줄에 하나)', en: 'Prompts (one a line)' },
  minutes: { ko: '{n}번 질문의 시간', en: 'Minutes of question {n}' },
  unit: { ko: '분', en: 'min' },
  up: { ko: '{n}번 질문을 위로', en: 'Move question {n} up' },
  down: { ko: '{n}번 질문을 아래로', en: 'Move question {n} down' },
  remove: { ko: '{n}번 질문 빼기', en: 'Take question {n} out' },
  removed: { ko: '질문 하나를 뺐습니다', en: 'A question was taken out' },
  replaced: { ko: '표준 질문지로 바꾸었습니다', en: 'Replaced by the usual guide' },
  putBack: { ko: '되돌리기', en: 'Put back' },
  total: { ko: '모두 {n}분', en: '{n} min in all' },
  over: { ko: '이 순서의 {of}분보다 {n}분 깁니다', en: '{n} min more than the {of} of this step' },
  under: { ko: '이 순서의 {of}분보다 {n}분 짧습니다', en: '{n} min less than the {of} of this step' },
  phoneAnswers: { ko: '휴대폰으로도 답을 받기', en: 'Take answers from phones as well' },
  people: { ko: '참여자 수', en: 'Participants at the table' },
  peopleHint: { ko: '기록에는 이름 대신 번호로 남습니다.', en: 'The notes name them by number only.' },
} satisfies Record<string, Texts>
