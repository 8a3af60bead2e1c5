import { z } from 'zod'
import { ActivityId, IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { kindIds } from '../activities/index.ts'

const title = z.string().trim().min(1).max(limits.title)
export const Minutes = z.int().min(1).max(600)
const after = ActivityId.nullable().describe('The entry that it stands behind; null for the first place.')

export const AddActivity = z
  .strictObject({
    type: z.literal('addActivity'),
    after,
    item: z.strictObject({
      kind: z.enum(kindIds),
      title,
      minutes: Minutes,
      settings: z.record(z.string(), z.unknown()),
    }),
  })
  .describe('One more entry of the running order, prepared; its settings are checked by its kind. The answer names it.')
export const MoveActivity = z
  .strictObject({ type: z.literal('moveActivity'), activity: ActivityId, after })
  .describe('Another place in the running order, for an entry that has not been opened.')
export const RemoveActivity = z
  .strictObject({ type: z.literal('removeActivity'), activity: ActivityId })
  .describe('Take an entry that has not been opened out of the running order.')
export const RestoreActivity = z
  .strictObject({ type: z.literal('restoreActivity'), activity: ActivityId })
  .describe('Put an entry that was taken out back to where it was.')
export const RepeatVote = z
  .strictObject({
    type: z.literal('repeatVote'),
    activity: ActivityId,
    title,
    only: z.array(IssueId).min(2).max(limits.candidatesPerVote).optional(),
    topK: z.int().min(1).max(limits.candidatesPerVote).nullable().optional(),
  })
  .describe(
    'A new round of a vote that is over, prepared as the next step: the same rule and candidates, or `only` some of them (a run-off) for `topK` places. The earlier vote stays on record. The answer names the new one.',
  )
export const SetAttention = z
  .strictObject({
    type: z.literal('setAttention'),
    to: z.enum(['screen', 'break']).nullable(),
    minutes: z.int().min(1).max(240).optional(),
  })
  .describe(
    'What lies over the phones: "look at the screen", a break of `minutes`, or nothing. What is open stays open, and what is on its way is taken.',
  )
export const RestoreHelp = z
  .strictObject({ type: z.literal('restoreHelp') })
  .describe('Those who were said to be helped last still wait.')

export const showCommands = [
  AddActivity,
  MoveActivity,
  RemoveActivity,
  RestoreActivity,
  RepeatVote,
  SetAttention,
  RestoreHelp,
] as const
export type ShowCommand = z.output<(typeof showCommands)[number]>
