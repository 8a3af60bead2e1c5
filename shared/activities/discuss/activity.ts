import { z } from 'zod'
import { type NoteId, QuestionId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import type { ActivityFrame } from '../kind.ts'

/** A talk with more people is two talks. */
export const mostPeople = 12

/** Categories of questions in their order (Krueger and Casey). */
export const questionKinds = ['opening', 'introductory', 'transition', 'key', 'ending'] as const

const Words = z.string().trim().min(1).max(limits.questionText)
export const Question = z.strictObject({
  id: QuestionId,
  kind: z.enum(questionKinds),
  text: Words,
  /** what the moderator asks on when the talk stops; the hall does not see them */
  prompts: z.array(Words).max(limits.promptsPerQuestion),
  minutes: z.int().min(1).max(600),
})
export type Question = z.infer<typeof Question>

const lettersIn = (questions: readonly Question[]) =>
  questions.reduce((sum, { text, prompts }) => sum + text.length + prompts.join('').length, 0)

export const DiscussSettings = z.strictObject({
  /** the question guide; without one the discussion has its title for a question */
  questions: z
    .array(Question)
    .max(limits.questionsPerGuide)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'question ids differ')
    .refine((all) => lettersIn(all) <= limits.guideText, 'the guide is too long for one message')
    .default([]),
  /** phones may answer in writing, alongside speech */
  phoneAnswers: z.boolean().default(true),
  /** participants at the table, whose codes are 1 to so many */
  people: z.int().min(1).max(mostPeople).default(8),
})
export type DiscussSettings = z.infer<typeof DiscussSettings>

export interface DiscussActivity extends ActivityFrame {
  kind: 'discuss'
  settings: DiscussSettings
  phase: 'prepared' | 'open' | 'closed'
  /** the questions as they were asked, the present one last; epoch ms by the server's clock */
  asked: readonly { question: QuestionId | null; at: number }[]
  /** the phone's answer that stands on the projector */
  shownAnswer: NoteId | null
}

export const presentQuestion = ({ settings, asked }: DiscussActivity): Question | null =>
  settings.questions.find(({ id }) => id === asked.at(-1)?.question) ?? null

/** What the guide asks after the present question; null behind the last one. */
export function followingQuestion(activity: DiscussActivity): Question | null {
  const { questions } = activity.settings
  const here = questions.findIndex(({ id }) => id === activity.asked.at(-1)?.question)
  return questions[here + 1] ?? null
}

/** Its place among the questions of its kind: the third of five key questions. */
export function placeOf(question: Question, questions: readonly Question[]): { place: number; of: number } {
  const alike = questions.filter(({ kind }) => kind === question.kind)
  return { place: 1 + alike.findIndex(({ id }) => id === question.id), of: alike.length }
}
