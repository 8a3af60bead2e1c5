import type { CommonKey } from '../ko/common.ts'

export const common: Record<CommonKey, string> = {
  'app.name': 'Madang',
  'language.switch': '한국어',
  'language.label': 'Change language',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  retry: 'Try again',
  'sessionKind.workshop': 'Workshop',
  'sessionKind.fgi': 'Focus group (FGI)',
  'sessionKind.townHall': 'Town hall',
  'sessionKind.forum': 'Forum',
  'sessionKind.expertAdvice': 'Expert advice meeting',
  'sessionKind.smallMeeting': 'Small meeting',
  'hideReason.abusive': 'Abusive',
  'hideReason.personalData': 'Contains personal data',
  'hideReason.offTopic': 'Off topic',
  'hideReason.unclear': 'Unclear',
}
