import { z } from 'zod'
import { Question, type DiscussActivity } from '../activities/discuss/activity.ts'
import { linesIn, PrivateNote, type NoteLine } from '../activities/discuss/note.ts'
import { ActivityId, CommandId, EpochMs, NoteId, QuestionId } from '../base/ids.ts'
import type { SessionState } from './state.ts'

/** A discussion as those see it who run it, write it down or watch it. */
export const Discussion = z.strictObject({
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
  guide: z.array(Question),
  /** participants at the table */
  people: z.int(),
  question: QuestionId.nullable(),
  /** when the present question was asked */
  askedAt: EpochMs.nullable(),
  /** the answer that stands on the projector */
  shownAnswer: NoteId.nullable(),
})
export type Discussion = z.infer<typeof Discussion>

/** What one seat answered, beside what it wrote otherwise. */
export const MyAnswer = z.strictObject({
  key: CommandId,
  activity: ActivityId,
  question: QuestionId.nullable(),
  text: z.string(),
})
export type MyAnswer = z.infer<typeof MyAnswer>

/** What a link for notes has of its own: as what it came, and an observer's notes, which nobody else is told. */
export const OwnNotes = z.strictObject({ as: z.enum(['noteTaker', 'observer']), privateNotes: z.array(PrivateNote) })
export type OwnNotes = z.infer<typeof OwnNotes>

/** The discussion that is on, or the one that was asked last: what comes late still has its place. */
export function discussionOf({ activities, current }: SessionState): Discussion | null {
  const all = activities.filter((activity) => activity.kind === 'discuss')
  const askedAt = ({ asked }: DiscussActivity) => asked.at(-1)?.at ?? 0
  const [latest] = all.filter(({ asked }) => asked.length > 0).sort((a, b) => askedAt(b) - askedAt(a))
  const activity = all.find(({ id }) => id === current) ?? latest
  if (!activity) return null
  const { id, title, phase, settings, asked, shownAnswer } = activity
  const last = asked.at(-1)
  return {
    activity: id,
    title,
    phase,
    guide: settings.questions,
    people: settings.people,
    question: last?.question ?? null,
    askedAt: last?.at ?? null,
    shownAnswer,
  }
}

/** Every line of the session that stands, in the order of speech. */
export const notesOf = ({ material }: SessionState): NoteLine[] => linesIn(material.notes)

export const answersOf = ({ material }: SessionState, seat: string): MyAnswer[] =>
  Object.values(material.notes)
    .filter(({ author, isRemoved }) => author === seat && !isRemoved)
    .map(({ key, activity, question, text }) => ({ key, activity, question, text }))

/** One line of a transcript, with its question and how long after the question it was said. */
export interface TranscriptLine extends NoteLine {
  /** the words of the question; the discussion's title where it had no guide */
  questionText: string
  questionKind: Question['kind'] | null
  /** ms since its question was last asked before it; null when that is not known */
  sinceAsked: number | null
}

/** What was said in a session's discussions, or in one of them, as it stands now: in the order of speech. */
export function transcript(state: SessionState, activity?: ActivityId): TranscriptLine[] {
  const discussions = new Map(
    state.activities.flatMap((one) => (one.kind === 'discuss' ? [[one.id, one] as const] : [])),
  )
  return notesOf(state).flatMap((line) => {
    const held = discussions.get(line.activity)
    if (!held || (activity !== undefined && activity !== line.activity)) return []
    const question = held.settings.questions.find(({ id }) => id === line.question)
    const asked = held.asked.filter(({ question: id, at }) => id === line.question && at <= line.at).at(-1)
    return {
      ...line,
      questionText: question?.text ?? held.title,
      questionKind: question?.kind ?? null,
      sinceAsked: asked ? line.at - asked.at : null,
    }
  })
}
