/** Words that every screen may need; each surface's catalogue includes them. */
export const common = {
  'app.name': '마당',
  'language.switch': 'English',
  'language.label': '언어 바꾸기',
  close: '닫기',
  cancel: '취소',
  loading: '불러오는 중',
  retry: '다시 시도',
  'sessionKind.workshop': '워크숍',
  'sessionKind.fgi': '표적집단면접(FGI)',
  'sessionKind.townHall': '원탁회의',
  'sessionKind.forum': '포럼',
  'sessionKind.expertAdvice': '전문가 자문회의',
  'sessionKind.smallMeeting': '간담회',
  'hideReason.abusive': '욕설·비방',
  'hideReason.personalData': '개인정보 포함',
  'hideReason.offTopic': '주제와 다름',
  'hideReason.unclear': '내용 불분명',
} as const
export type CommonKey = keyof typeof common
