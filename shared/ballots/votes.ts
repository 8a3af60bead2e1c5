import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

const isSomething = (n: number): boolean => n !== 0

/** Votes for (above zero) and against (below) by item; an item without votes is left out. */
export const votesShape = (item: ItemName) => ({
  votes: z.record(item, z.int().min(-limits.votesPerItem).max(limits.votesPerItem).refine(isSomething)),
})
export const VotesBallot = z.strictObject(votesShape(IssueId))
export type VotesBallot = z.infer<typeof VotesBallot>
