import { z } from 'zod'
import { IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason } from '../material.ts'

const Issues = z.array(IssueId).min(1).max(500)

export const MergeIssues = z
  .strictObject({ type: z.literal('mergeIssues'), into: IssueId, issues: Issues })
  .describe('Merge `issues` into `into`; what had been merged into them goes along. What was written stays as it is.')
export const SplitIssues = z
  .strictObject({ type: z.literal('splitIssues'), issues: Issues })
  .describe('Take merged issues out again.')
export const AssignField = z
  .strictObject({ type: z.literal('assignField'), issues: Issues, fieldId: Uuid.nullable() })
  .describe('Assign issues to a field of the plan, or to none.')
export const HideIssues = z
  .strictObject({ type: z.literal('hideIssues'), issues: Issues, reason: HideReason })
  .describe('Hide issues from the room; their authors see the reason.')
export const ShowIssues = z
  .strictObject({ type: z.literal('showIssues'), issues: Issues })
  .describe('Show hidden issues again.')
export const RewordIssue = z
  .strictObject({
    type: z.literal('rewordIssue'),
    issue: IssueId,
    title: z.string().max(limits.textBytes).nullable(),
  })
  .describe('A wording for the hall; null gives the author’s own back.')

const GroupTitle = z.string().max(limits.textBytes)
export const CreateGroups = z
  .strictObject({
    type: z.literal('createGroups'),
    groups: z
      .array(z.strictObject({ title: GroupTitle, issues: z.array(IssueId).max(500) }))
      .min(1)
      .max(limits.groups),
  })
  .describe(
    'Make groups and put issues into them, in one step. A group of the same name that is there takes the issues.',
  )
export const PutInGroup = z
  .strictObject({ type: z.literal('putInGroup'), issues: Issues, group: IssueId.nullable() })
  .describe('Put issues into a group, out of whichever they lie in; null: into none.')
export const RenameGroup = z
  .strictObject({ type: z.literal('renameGroup'), group: IssueId, title: GroupTitle, was: GroupTitle })
  .describe('Another name; `was` is the one that the screen showed. Another by now: refused, nobody’s words are lost.')
export const MoveGroup = z
  .strictObject({ type: z.literal('moveGroup'), group: IssueId, before: IssueId.nullable() })
  .describe('Let a group stand before another, or at the end.')
export const RemoveGroup = z
  .strictObject({ type: z.literal('removeGroup'), group: IssueId })
  .describe('Remove a group; its issues stay, in none.')
export const Undo = z
  .strictObject({ type: z.literal('undo'), step: z.int().min(1).optional() })
  .describe('Take back the latest step on the board, whoever took it. `step`: its number, as the screen showed it.')

export const groupCommands = [
  MergeIssues,
  SplitIssues,
  AssignField,
  HideIssues,
  ShowIssues,
  RewordIssue,
  CreateGroups,
  PutInGroup,
  RenameGroup,
  MoveGroup,
  RemoveGroup,
  Undo,
] as const
export type GroupCommand = z.infer<(typeof groupCommands)[number]>
