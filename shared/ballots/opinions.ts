import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import type { ItemName } from './shape.ts'

/** What a person says to each statement. One that the person has not seen is left out; an empty ballot is blank. */
export const opinionsShape = (item: ItemName) => ({
  opinions: z.record(item, z.enum(['agree', 'disagree', 'pass'])),
})
export const OpinionsBallot = z.strictObject(opinionsShape(IssueId))
export type OpinionsBallot = z.infer<typeof OpinionsBallot>
