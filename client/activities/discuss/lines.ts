import type { NoteLine, PrivateNote } from '../../../shared/activities/discuss/note.ts'
import type { MyAnswer } from '../../../shared/session/discussion.ts'
import type { Parcel } from '../../stores/outbox.ts'

type Wish = Parcel['wish']
type WishOf<Type extends Wish['type']> = Extract<Wish, { type: Type }>

/** A line as its writer sees it: without an id while the server has not shown it yet. */
export type ShownLine = Omit<NoteLine, 'id'> & { id: string | null; isWaiting: boolean }

const newLine = ({ note: key, activity, question, speaker, text, tone, quote, at }: WishOf<'takeNote'>): ShownLine => ({
  ...{ id: null, key, activity, question, speaker, text, at },
  tone: tone ?? 'neutral',
  isQuote: quote ?? false,
  codes: [],
  source: 'note',
  isWaiting: true,
})

function revised(line: ShownLine, { text, speaker, tone, quote }: WishOf<'reviseNote'>): ShownLine {
  return {
    ...line,
    text,
    speaker: speaker ?? line.speaker,
    tone: tone ?? line.tone,
    isQuote: quote ?? line.isQuote,
    isWaiting: true,
  }
}

/** The lines that the server showed last, with what this device has wished since, in the order of speech. */
export function withWishes(lines: readonly NoteLine[], wishes: readonly Wish[]): ShownLine[] {
  const shown = new Map<string, ShownLine>(lines.map((line) => [line.key, { ...line, isWaiting: false }]))
  const removed = new Set<string>()
  for (const wish of wishes) {
    if (!('note' in wish) || typeof wish.note !== 'string') continue
    const line = shown.get(wish.note)
    if (wish.type === 'takeNote' && !line) shown.set(wish.note, newLine(wish))
    if (wish.type === 'reviseNote' && line) shown.set(wish.note, revised(line, wish))
    if (wish.type === 'removeNote') removed.add(wish.note)
    if (wish.type === 'restoreNote') removed.delete(wish.note)
  }
  return [...shown.values()].filter(({ key }) => !removed.has(key)).sort((one, other) => one.at - other.at)
}

/** An observer's own notes with what has not been acknowledged yet. */
export function privateWithWishes(notes: readonly PrivateNote[], wishes: readonly Wish[]): PrivateNote[] {
  const shown = new Map(notes.map((note) => [note.key, note]))
  for (const wish of wishes) {
    if (wish.type === 'removePrivateNote') shown.delete(wish.note)
    if (wish.type !== 'writePrivateNote') continue
    const { note: key, activity, question, text, at } = wish
    shown.set(key, { key, activity, question, text, at: shown.get(key)?.at ?? at })
  }
  return [...shown.values()].sort((one, other) => one.at - other.at)
}

/** What this phone answered, with what is on its way. */
export function answersWithWishes(
  answers: readonly MyAnswer[],
  wishes: readonly Wish[],
): (MyAnswer & { isWaiting: boolean })[] {
  const shown = new Map(answers.map((answer) => [answer.key, { ...answer, isWaiting: false }]))
  for (const wish of wishes) {
    if (wish.type === 'answerQuestion') {
      const { note: key, activity, question, text } = wish
      if (!shown.has(key)) shown.set(key, { key, activity, question, text, isWaiting: true })
    }
    if (wish.type === 'removeNote') shown.delete(wish.note)
  }
  return [...shown.values()]
}
