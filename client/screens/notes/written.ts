import type { PrivateNote } from '../../../shared/activities/discuss/note.ts'
import type { NotesView } from '../../../shared/session/views.ts'
import type { ShownLine } from '../../activities/discuss/lines.ts'
import { texts as words } from '../../activities/discuss/texts.ts'
import { speakerWords, type Tell } from '../../activities/discuss/words.ts'
import { inSeoul } from '../desk/parts/seoul-time.ts'
import { texts } from './texts.ts'

const clockOf = (at: number) => inSeoul(new Date(at).toISOString()).time

/** What was written, question by question in the order of speech, to be read by people. */
function byQuestion<Line extends { question: string | null }>(
  lines: readonly Line[],
  { title, planTitle, discussion }: NotesView,
  tell: Tell,
  say: (line: Line) => string,
): string {
  const asked = [...new Set(lines.map(({ question }) => question))]
  const parts = asked.map((question) => {
    const text = discussion?.guide.find(({ id }) => id === question)?.text ?? tell(texts.noQuestion)
    const said = lines.filter((line) => line.question === question).map(say)
    return [`■ ${text}`, ...said].join('\n')
  })
  return [`${planTitle}\n${title}`, ...parts].join('\n\n') + '\n'
}

/** The lines of a discussion, those that wait on this device among them. */
export const recordText = (lines: readonly ShownLine[], view: NotesView, tell: Tell): string =>
  byQuestion(lines, view, tell, ({ at, speaker, text, tone, isQuote }) => {
    const marks = [tone === 'neutral' ? '' : tell(words[tone]), isQuote ? tell(words.quote) : ''].filter(Boolean)
    const suffix = marks.length > 0 ? ` (${marks.join(', ')})` : ''
    return `${clockOf(at)} ${speakerWords(speaker, tell)}: ${text}${suffix}`
  })

/** An observer's own notes. */
export const privateText = (notes: readonly PrivateNote[], view: NotesView, tell: Tell): string =>
  byQuestion(notes, view, tell, ({ at, text }) => `${clockOf(at)} ${text}`)
