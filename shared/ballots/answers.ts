import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import type { ItemName } from './shape.ts'

export const Answer = z.enum(['for', 'against', 'abstain'])
export type Answer = z.infer<typeof Answer>

/** For, against or abstaining, by item; an item without an answer is left out. */
export const answersShape = (item: ItemName) => ({ answers: z.record(item, Answer) })
export const AnswersBallot = z.strictObject(answersShape(IssueId))
export type AnswersBallot = z.infer<typeof AnswersBallot>
