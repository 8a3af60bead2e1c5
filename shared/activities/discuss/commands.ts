import { z } from 'zod'
import { ActivityId, CommandId, EpochMs, QuestionId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { Speaker, Tone } from './note.ts'

/* Lengths here only bound the work; what a person may write is counted in graphemes by cleanText. */
const Raw = z.string().max(limits.textBytes)
const note = CommandId.describe('Made by the device that wrote the line, which is named by it ever after.')
const place = { activity: ActivityId, question: QuestionId.nullable() }
const at = EpochMs.describe('When it was said, by the server’s clock as the device knows it.')

export const AskQuestion = z
  .strictObject({ type: z.literal('askQuestion'), activity: ActivityId, question: QuestionId })
  .describe('Ask a question of the guide: hall and phones show it, and its time begins.')
export const TakeNote = z
  .strictObject({
    type: z.literal('takeNote'),
    ...place,
    note,
    speaker: Speaker,
    text: Raw,
    tone: Tone.default('neutral'),
    quote: z.boolean().default(false),
    at,
  })
  .describe('Write down a line of a discussion. It may come late: the discussion may be over by now.')
export const AnswerQuestion = z
  .strictObject({ type: z.literal('answerQuestion'), ...place, note, text: Raw })
  .describe('Answer a question of the guide in writing, from a phone, alongside speech.')
export const ReviseNote = z
  .strictObject({
    type: z.literal('reviseNote'),
    note,
    text: Raw,
    speaker: Speaker.optional(),
    tone: Tone.optional(),
    quote: z.boolean().optional(),
  })
  .describe('Change a line; what is not said stays. Of a phone’s answer its author changes the words, nobody else.')
export const RemoveNote = z
  .strictObject({ type: z.literal('removeNote'), note })
  .describe('Take a line away; an answer can be taken away by its author and by those who run the session.')
export const RestoreNote = z
  .strictObject({ type: z.literal('restoreNote'), note })
  .describe('Put a line back that was taken away.')
export const ShowAnswer = z
  .strictObject({ type: z.literal('showAnswer'), activity: ActivityId, note: note.nullable() })
  .describe('Put one answer of a phone on the projector, or none.')
export const WritePrivateNote = z
  .strictObject({
    type: z.literal('writePrivateNote'),
    note,
    activity: ActivityId.nullable(),
    question: QuestionId.nullable(),
    text: Raw,
    at,
  })
  .describe('Keep an observer’s private note, or its new words; only the link that wrote it is told of it.')
export const RemovePrivateNote = z
  .strictObject({ type: z.literal('removePrivateNote'), note })
  .describe('Throw a private note of one’s own away.')

export const discussCommands = [
  AskQuestion,
  TakeNote,
  AnswerQuestion,
  ReviseNote,
  RemoveNote,
  RestoreNote,
  ShowAnswer,
  WritePrivateNote,
  RemovePrivateNote,
] as const
export type DiscussCommand = z.infer<(typeof discussCommands)[number]>
