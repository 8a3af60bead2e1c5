import type { Texts } from '../../../shared/base/texts.ts'

/** Words of the board of groups; those of its list are in the catalogue of the hall. */
export const texts = {
  ungrouped: { ko: '아직 묶지 않은 의제', en: 'Not grouped yet' },
  newGroup: { ko: '새 묶음', en: 'New group' },
  newGroupHint: { ko: '여기에 놓으면 새 묶음이 됩니다', en: 'Drop here to make a group' },
  columns: { ko: '묶음판', en: 'Groups' },
  list: { ko: '목록', en: 'List' },
  wide: { ko: '넓게 보기', en: 'Wide' },
  narrow: { ko: '원래 크기', en: 'Narrow' },
  group: { ko: '묶음', en: 'Group' },
  noGroup: { ko: '묶음에서 빼기', en: 'Out of its group' },
  newGroupMenu: { ko: '새 묶음으로…', en: 'To a new group…' },
  hint: {
    ko: '끌어서 옮깁니다. 스페이스 고르기, G 묶음, M 합치기, U 되돌리기',
    en: 'Drag to move. Space choose, G group, M merge, U undo',
  },
  here: { ko: '고른 {n}건 여기로', en: 'Put {n} here' },
  empty: { ko: '끌어다 놓으십시오', en: 'Drop issues here' },
  menu: { ko: '‘{title}’ 묶음 다루기', en: 'Group “{title}”' },
  rename: { ko: '이름 고치기', en: 'Rename' },
  toLeft: { ko: '앞으로 옮기기', en: 'Move forward' },
  toRight: { ko: '뒤로 옮기기', en: 'Move back' },
  remove: { ko: '묶음 없애기 (의제는 남습니다)', en: 'Remove the group (its issues stay)' },
  chooseAll: { ko: '모두 고르기', en: 'Choose all' },
  nameTitle: { ko: '새 묶음 만들기', en: 'Make a group' },
  renameTitle: { ko: '묶음 이름 고치기', en: 'Rename the group' },
  name: { ko: '묶음 이름', en: 'Name of the group' },
  nameHint: { ko: '고른 의제 {n}건이 이 묶음에 들어갑니다.', en: '{n} {n:issue goes/issues go} into it.' },
  make: { ko: '만들기', en: 'Make' },
  drag: { ko: '끌어서 옮기기', en: 'Drag' },
  drafts: { ko: '비슷한 것끼리 모아 보기', en: 'Draft groups' },
  draftsTitle: { ko: '이렇게 묶어 볼 수 있습니다', en: 'They could be grouped like this' },
  draftsHint: {
    ko: '초안입니다. 누르기 전에는 아무것도 옮기지 않습니다.',
    en: 'A draft: nothing moves before you press.',
  },
  draftsNone: { ko: '더 모을 만한 의제가 없습니다.', en: 'Nothing more looks alike.' },
  draftName: { ko: '묶음 이름 ({n}건)', en: 'Name of the group ({n})' },
  draftUnnamed: { ko: '비슷한 의제 {n}', en: 'Alike {n}' },
  shared: { ko: '함께 나온 말: {words}', en: 'Shared words: {words}' },
  accept: { ko: '이대로 묶기', en: 'Group these' },
  dismiss: { ko: '묶지 않기', en: 'Leave these' },
  acceptAll: { ko: '모두 묶기 ({n}묶음 {issues}건)', en: 'Group all ({issues} in {n})' },
  moved: { ko: '‘{title}’{title:을/를} ‘{group}’ 묶음으로 옮겼습니다', en: 'Moved “{title}” to “{group}”' },
  movedMany: { ko: '{n}건을 ‘{group}’ 묶음으로 옮겼습니다', en: 'Moved {n} to “{group}”' },
  takenOut: { ko: '{n}건을 묶음에서 뺐습니다', en: 'Took {n} out of their groups' },
} satisfies Record<string, Texts>

/** What somebody else did, in words: who is a name, or these words where a name is not known. */
export const somebody: Texts = { ko: '다른 진행자', en: 'Another facilitator' }
export const undid: Texts = { ko: '{who} 님이 되돌렸습니다', en: '{who} undid a step' }
export const newsTexts = {
  merge: { ko: '{who} 님이 {n}건을 합쳤습니다', en: '{who} merged {n}' },
  split: { ko: '{who} 님이 {n}건을 떼어 냈습니다', en: '{who} took {n} out of a stack' },
  assignField: { ko: '{who} 님이 {n}건의 분야를 정했습니다', en: '{who} gave {n} a field' },
  hide: { ko: '{who} 님이 {n}건을 숨겼습니다', en: '{who} hid {n}' },
  show: { ko: '{who} 님이 {n}건을 다시 보였습니다', en: '{who} showed {n} again' },
  reword: { ko: '{who} 님이 문구를 고쳤습니다', en: '{who} reworded an issue' },
  createGroup: { ko: '{who} 님이 새 묶음을 만들었습니다', en: '{who} made a group' },
  putInGroup: { ko: '{who} 님이 {n}건을 ‘{group}’ 묶음으로 옮겼습니다', en: '{who} moved {n} to “{group}”' },
  takeOut: { ko: '{who} 님이 {n}건을 묶음에서 뺐습니다', en: '{who} took {n} out of their groups' },
  renameGroup: {
    ko: '{who} 님이 묶음 이름을 ‘{group}’{group:으로/로} 고쳤습니다',
    en: '{who} renamed a group to “{group}”',
  },
  removeGroup: { ko: '{who} 님이 ‘{group}’ 묶음을 없앴습니다', en: '{who} removed the group “{group}”' },
  moveGroup: { ko: '{who} 님이 묶음 순서를 바꿨습니다', en: '{who} moved a group' },
} satisfies Record<string, Texts>
