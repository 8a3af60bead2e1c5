import type { Question } from '../../../shared/activities/discuss/activity.ts'

/** The first free id: `q4` after `q1`, `q2`, `q3`. */
const nextId = (questions: readonly Question[]): string =>
  `q${Math.max(0, ...questions.map(({ id }) => Number(id.slice(1)))) + 1}`

/** A question more; the last ones of a guide wind it up, so what is added is a key question before them. */
export function withQuestion(questions: readonly Question[]): { questions: Question[]; at: number } {
  const ending = questions.findIndex(({ kind }) => kind === 'ending')
  const at = ending < 0 ? questions.length : ending
  const added: Question = { id: nextId(questions), kind: 'key', text: '', prompts: [], minutes: 10 }
  return { questions: [...questions.slice(0, at), added, ...questions.slice(at)], at }
}

export const promptsIn = (typed: string): string[] => typed.split('\n').filter((line) => line.trim() !== '')

export const minutesOf = (questions: readonly Question[]): number =>
  questions.reduce((sum, { minutes }) => sum + (Number.isFinite(minutes) ? minutes : 0), 0)
