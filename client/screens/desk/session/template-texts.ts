import type { Texts } from '../../../../shared/base/texts.ts'

export const texts = {
  title: { ko: '서식으로 시작하기', en: 'Start from a template' },
  minutes: { ko: '{n}분', en: '{n} min' },
  steps: { ko: '{n}단계', en: '{n} {n:step/steps}' },
  leaves: { ko: '남는 것: {leaves}', en: 'Leaves: {leaves}' },
  own: { ko: '우리 서식', en: 'Ours' },
  use: { ko: '{title} 서식 쓰기', en: 'Use {title}' },
  used: { ko: '서식 ‘{title}’{title:을/를} 넣었습니다.', en: 'The template “{title}” is in.' },
  manage: { ko: '{title} 관리', en: 'Manage {title}' },
  rename: { ko: '이름 바꾸기', en: 'Rename' },
  remove: { ko: '지우기', en: 'Remove' },
  removed: { ko: '서식 ‘{title}’{title:을/를} 지웠습니다.', en: 'The template “{title}” is gone.' },
  save: { ko: '서식으로 저장', en: 'Save as a template' },
  saveHow: {
    ko: '진행순서와 설정을 서식으로 남깁니다. 날짜와 참석자는 남지 않습니다.',
    en: 'The running order and its settings are kept, the date and the attendance are not.',
  },
  name: { ko: '서식 이름', en: 'Name of the template' },
  leavesField: { ko: '이 회의가 남기는 것', en: 'What the session leaves behind' },
  saved: { ko: '서식 ‘{title}’{title:을/를} 저장했습니다.', en: 'The template “{title}” is saved.' },
  keep: { ko: '저장', en: 'Save' },
} satisfies Record<string, Texts>
