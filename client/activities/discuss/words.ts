import type { Texts } from '../../../shared/base/texts.ts'
import type { NoteLine } from '../../../shared/activities/discuss/note.ts'
import type { Values } from '../../../shared/i18n/index.ts'
import { texts } from './texts.ts'

export type Tell = (texts: Texts, values?: Values) => string

/** A speaker's code in words: a number, the moderator, a phone. */
export function speakerWords(speaker: NoteLine['speaker'], tell: Tell): string {
  if (speaker === 'moderator' || speaker === 'other' || speaker === 'phone') return tell(texts[speaker])
  return tell(texts.participant, { n: speaker })
}

/** What a question is in the guide: its kind, and which of several of the kind. */
export function placeWords(
  {
    kind,
    place,
    of,
  }: { kind: 'opening' | 'introductory' | 'transition' | 'key' | 'ending'; place: number; of: number },
  tell: Tell,
): string {
  return of > 1 ? tell(texts.place, { kind: tell(texts[kind]), place, of }) : tell(texts[kind])
}

/** How long after its question a line was said: `03:20`. */
export function sinceText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

export const percent = (part: number): string => `${Math.round(part * 100)}%`
