import { z } from 'zod'
import { ActivityId, Digest, IssueId, Uuid } from '../base/ids.ts'
import { limits } from '../base/limits.ts'

export const TaskStatus = z.enum(['proposed', 'adopted', 'onHold', 'rejected'])
export type TaskStatus = z.infer<typeof TaskStatus>
export const Decision = z.enum(['adopted', 'onHold', 'rejected'])
export type Decision = z.infer<typeof Decision>

/** One thing that a resident said, as it was written; merged issues keep theirs. */
export const Original = z.strictObject({ issue: IssueId, text: z.string(), detail: z.string() })
export type Original = z.infer<typeof Original>

/** What the room found to be behind an issue. */
export const TaskCause = z.strictObject({
  id: IssueId,
  text: z.string(),
  /** the room, or its facilitator, took it for one of the causes that matter */
  chosen: z.boolean(),
  /** of the vote on causes that was revealed last: ballots that name it, of all that were counted; absent without one */
  votes: z.strictObject({ voters: z.int().min(0), ballots: z.int().min(0) }).optional(),
})
export type TaskCause = z.infer<typeof TaskCause>

/** How one sealed result led to a task: where, how, with what outcome. */
export const Evidence = z.strictObject({
  resultDigest: Digest,
  sessionId: Uuid,
  sessionTitle: z.string(),
  heldAt: z.iso.datetime({ offset: true }).nullable(),
  activityId: ActivityId,
  activityTitle: z.string(),
  method: z.string(),
  parameters: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.record(z.string(), z.number()),
      z.record(z.string(), z.record(z.string(), z.number())),
      z.array(z.union([z.number(), z.string()])),
    ]),
  ),
  issue: IssueId,
  /** the words on the ballot */
  title: z.string(),
  originals: z.array(Original),
  /** words of a discussion that the issue grew from */
  quotes: z.array(z.string()).optional(),
  /** as they stood when the vote was opened; absent where nobody had looked for them */
  causes: z.array(TaskCause).optional(),
  /** competition rank, 1 is first; `tied` when others share it */
  rank: z.int().min(1),
  tied: z.boolean(),
  /** how many items the vote ranked */
  items: z.int().min(1),
  /** what the method counted: stickers, a mean, duels won; its name is the method's */
  score: z.number(),
  /** ballots that name this item: put a sticker on it, rated or ranked it */
  voters: z.int().min(0),
  ballots: z.int().min(0),
  /** of all that was given out, stickers or points, 0 to 1; null when nothing was, or the scores are no parts of a whole */
  shareOfStickers: z.number().nullable(),
  /** voters / ballots, 0 to 1; null without ballots */
  shareOfVoters: z.number().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** One change that somebody made to an entry of the list. */
export const TaskChange = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  /** the account's name, or null for the program itself (a filed result) */
  by: z.string().nullable(),
  kind: z.enum(['filed', 'evidenceAdded', 'edited', 'decided']),
  before: z.record(z.string(), z.string().nullable()),
  after: z.record(z.string(), z.string().nullable()),
  reason: z.string(),
})
export type TaskChange = z.infer<typeof TaskChange>

export const PriorityTask = z.strictObject({
  id: Uuid,
  planId: Uuid,
  title: z.string(),
  fieldId: Uuid.nullable(),
  status: TaskStatus,
  /** why staff decided so; empty while proposed */
  reason: z.string(),
  /** counts edits, from 1; an edit names the one that it saw */
  version: z.int().min(1),
  /** of the newest evidence */
  rank: z.int().min(1),
  tied: z.boolean(),
  score: z.number(),
  shareOfStickers: z.number().nullable(),
  shareOfVoters: z.number().nullable(),
  /** the newest last */
  evidence: z.array(Evidence),
  /** the causes that its session chose, also after the vote on it; absent: none */
  causes: z.array(TaskCause).optional(),
})
export type PriorityTask = z.infer<typeof PriorityTask>

export const PriorityTaskDetail = z.strictObject({ ...PriorityTask.shape, history: z.array(TaskChange) })
export type PriorityTaskDetail = z.infer<typeof PriorityTaskDetail>

export const TaskEdit = z.strictObject({
  version: z.int().min(1),
  title: z.string().trim().min(1).max(limits.title).optional(),
  fieldId: Uuid.nullable().optional(),
})
export const TaskDecision = z.strictObject({
  version: z.int().min(1),
  decision: Decision,
  reason: z.string().trim().max(limits.reason),
})
