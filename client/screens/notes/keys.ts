import { speakers, type Speaker, type Tone } from '../../../shared/activities/discuss/note.ts'

/** What a key means while a line is written. */
export type KeyAct =
  | { does: 'speaker'; speaker: Speaker }
  | { does: 'tone'; tone: Tone }
  | { does: 'quote' | 'send' | 'stop' | 'remove' | 'putBack' }
  | { does: 'line' | 'question'; by: -1 | 1 }

interface Pressed {
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/* By the key's place, so that a keyboard switched to Hangul does the same. */
const numbers = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9']
const withAlt: Readonly<Record<string, KeyAct>> = {
  ...Object.fromEntries(
    [...numbers, 'Digit0', 'Minus', 'Equal'].map((code, n) => [code, { does: 'speaker', speaker: speakers[n]! }]),
  ),
  KeyM: { does: 'speaker', speaker: 'moderator' },
  KeyN: { does: 'speaker', speaker: 'other' },
  KeyZ: { does: 'tone', tone: 'agree' },
  KeyX: { does: 'tone', tone: 'oppose' },
  KeyC: { does: 'tone', tone: 'neutral' },
  KeyQ: { does: 'quote' },
  Delete: { does: 'remove' },
  Backspace: { does: 'remove' },
  PageUp: { does: 'question', by: -1 },
  PageDown: { does: 'question', by: 1 },
}

/** The meaning of a key; null when it types. In an empty box a digit names the speaker: a line seldom begins with one. */
export function keyAct({ code, altKey, ctrlKey, metaKey, shiftKey }: Pressed, isEmpty: boolean): KeyAct | null {
  if (altKey && !ctrlKey && !metaKey) return withAlt[code] ?? null
  if (altKey) return null
  if ((ctrlKey || metaKey) && code === 'KeyZ' && isEmpty) return { does: 'putBack' }
  if (ctrlKey || metaKey || shiftKey) return null
  if (code === 'Enter' || code === 'NumpadEnter') return { does: 'send' }
  if (code === 'Escape') return { does: 'stop' }
  if (code === 'ArrowUp') return { does: 'line', by: -1 }
  if (code === 'ArrowDown') return { does: 'line', by: 1 }
  const number = numbers.indexOf(code.replace('Numpad', 'Digit'))
  return isEmpty && number >= 0 ? { does: 'speaker', speaker: speakers[number]! } : null
}
