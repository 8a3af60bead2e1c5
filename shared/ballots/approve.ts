import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

/** The items that somebody is for, each once; an empty ballot is blank and counts as one. */
export const approveShape = (item: ItemName) => ({ approve: z.array(item).max(limits.candidatesPerVote) })
export const ApproveBallot = z.strictObject(approveShape(IssueId))
export type ApproveBallot = z.infer<typeof ApproveBallot>
