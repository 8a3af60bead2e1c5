import { z } from 'zod'
import { ActivityId, CategoryId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason } from '../material.ts'
import { CauseViewId } from './activity.ts'

/* Lengths here only bound the work; what a person may write is counted in graphemes by cleanText. */
const Raw = z.string().max(limits.textBytes)

export const AddCause = z
  .strictObject({
    type: z.literal('addCause'),
    activity: ActivityId,
    text: Raw,
    parent: IssueId,
    category: CategoryId.nullable().default(null),
  })
  .describe('A cause of an issue, or of another cause, while causes are looked for.')
export const ReviseCause = z
  .strictObject({ type: z.literal('reviseCause'), cause: IssueId, text: Raw })
  .describe('Change the words of a cause of one’s own, while causes are looked for.')
export const WithdrawCause = z
  .strictObject({ type: z.literal('withdrawCause'), cause: IssueId })
  .describe('Take back a cause of one’s own, while causes are looked for. What stood below it moves up.')
export const MoveCause = z
  .strictObject({ type: z.literal('moveCause'), cause: IssueId, from: IssueId, to: IssueId })
  .describe('Put a cause, with what stands below it, below another issue or cause.')
export const LinkCause = z
  .strictObject({ type: z.literal('linkCause'), cause: IssueId, to: IssueId })
  .describe('Let a cause stand below one more issue or cause: both share it.')
export const UnlinkCause = z
  .strictObject({ type: z.literal('unlinkCause'), cause: IssueId, from: IssueId })
  .describe('Take a shared cause away from one of the places where it stands.')
export const RewordCause = z
  .strictObject({ type: z.literal('rewordCause'), cause: IssueId, title: Raw.nullable() })
  .describe('A wording for the hall; null gives the author’s own back.')
export const CategorizeCause = z
  .strictObject({ type: z.literal('categorizeCause'), cause: IssueId, category: CategoryId.nullable() })
  .describe('Put a cause on a bone of the fishbone, or on none.')
export const HideCause = z
  .strictObject({ type: z.literal('hideCause'), cause: IssueId, reason: HideReason })
  .describe('Hide a cause from the room; its author sees the reason. What stood below it moves up.')
export const ShowCause = z
  .strictObject({ type: z.literal('showCause'), cause: IssueId })
  .describe('Show a hidden cause again.')
export const ChooseCauses = z
  .strictObject({
    type: z.literal('chooseCauses'),
    causes: z.array(IssueId).min(1).max(500),
    chosen: z.boolean(),
  })
  .describe('Choose causes, or no longer: what is chosen goes with its issues to the priority-task list.')
export const StageCauses = z
  .strictObject({
    type: z.literal('stageCauses'),
    activity: ActivityId,
    issue: IssueId.optional(),
    view: CauseViewId.optional(),
    categories: z
      .array(z.strictObject({ id: CategoryId.nullable(), name: z.string().trim().min(1).max(limits.categoryName) }))
      .min(1)
      .max(limits.causeCategories)
      .optional(),
  })
  .describe(
    'Which issue the room works on, how it is drawn, and the bones of the fishbone; what is left out stays. A category without an id is new.',
  )
export const UndoCauses = z
  .strictObject({ type: z.literal('undoCauses') })
  .describe('Take back the latest step that a facilitator took on the causes.')

export const causesCommands = [
  AddCause,
  ReviseCause,
  WithdrawCause,
  MoveCause,
  LinkCause,
  UnlinkCause,
  RewordCause,
  CategorizeCause,
  HideCause,
  ShowCause,
  ChooseCauses,
  StageCauses,
  UndoCauses,
] as const
export type CausesCommand = z.infer<(typeof causesCommands)[number]>
