import { z } from 'zod'
import { ActivityId, CommandId, EpochMs, NoteId, QuestionId, SeatId } from '../../base/ids.ts'

/** Who speaks, as a code and never as a name: 참여자 1–12, the moderator, or somebody whom the note-taker did not make out. */
export const speakers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', 'moderator', 'other'] as const
export const Speaker = z.enum(speakers)
export type Speaker = z.infer<typeof Speaker>

export const Tone = z.enum(['agree', 'oppose', 'neutral'])
export type Tone = z.infer<typeof Tone>

/** One line of a discussion: what somebody said, written down, or what somebody wrote on a phone instead. */
export const NoteLine = z.strictObject({
  id: NoteId,
  /** made by the device that wrote it: the line is known by it before the server has given it an id */
  key: CommandId,
  activity: ActivityId,
  /** null in a discussion without a guide */
  question: QuestionId.nullable(),
  /** `phone`: an answer from a phone, whoever holds it */
  speaker: z.enum([...speakers, 'phone']),
  text: z.string(),
  /** when it was said, by the server's clock; never later than it arrived */
  at: EpochMs,
  tone: Tone,
  isQuote: z.boolean(),
  codes: z.array(z.string()),
  source: z.enum(['note', 'phone']),
})
export type NoteLine = z.infer<typeof NoteLine>

/** A line as it is kept. Its author is told to nobody. */
export const Note = z.strictObject({
  ...NoteLine.shape,
  /** the seat that answered; null for what a note-taker wrote down */
  author: SeatId.nullable(),
  isRemoved: z.boolean(),
})
export type Note = z.infer<typeof Note>

/** What an observer wrote for himself. */
export const PrivateNote = z.strictObject({
  key: CommandId,
  activity: ActivityId.nullable(),
  question: QuestionId.nullable(),
  text: z.string(),
  at: EpochMs,
})
export type PrivateNote = z.infer<typeof PrivateNote>

/** A note without what is nobody's business. */
export const lineOf = ({ author: _author, isRemoved: _isRemoved, ...line }: Note): NoteLine => line

type Notes = Readonly<Record<NoteId, Note>>

/** In the order in which it was said, which need not be the order of arrival. */
export const bySpeech = (one: Pick<Note, 'at' | 'id'>, other: Pick<Note, 'at' | 'id'>): number =>
  one.at - other.at || Number(one.id.slice(1)) - Number(other.id.slice(1))

/** What stands: removed lines are left out. */
export const linesIn = (notes: Notes): NoteLine[] =>
  Object.values(notes)
    .filter(({ isRemoved }) => !isRemoved)
    .map(lineOf)
    .sort(bySpeech)
