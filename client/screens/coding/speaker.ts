import type { Texts } from '../../../shared/base/texts.ts'
import type { NoteLine } from '../../../shared/activities/discuss/note.ts'
import type { Values } from '../../../shared/i18n/index.ts'
import { words } from './texts.ts'

/** Who speaks, as it is read: 참여자 3, 사회자, 휴대폰. */
export function speakerName(speaker: NoteLine['speaker'], tell: (texts: Texts, values?: Values) => string): string {
  switch (speaker) {
    case 'moderator':
    case 'other':
    case 'phone':
      return tell(words[speaker])
    default:
      return tell(words.participant, { n: speaker })
  }
}
