import { z } from 'zod'
import { CategoryId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import type { ActivityFrame } from '../kind.ts'

/** How the hall sees the causes: below one another, as bones of a fish, or one why after the other. */
export const causeViews = ['tree', 'fishbone', 'chain'] as const
export const CauseViewId = z.enum(causeViews)
export type CauseViewId = z.infer<typeof CauseViewId>

const CategoryName = z.string().trim().min(1).max(limits.categoryName)
export const Category = z.strictObject({ id: CategoryId, name: CategoryName })
export type Category = z.infer<typeof Category>

export const CausesSettings = z.strictObject({
  view: CauseViewId.default('tree'),
  perPerson: z.int().min(1).max(limits.causesPerParticipant).default(5),
  /** names of the bones of the fishbone, as it begins */
  categories: z
    .array(CategoryName)
    .min(1)
    .max(limits.causeCategories)
    .default(['사람', '제도', '예산', '정보', '환경']),
  /** which issue comes first; left out: the best of the vote that was revealed last */
  issues: z.array(IssueId).min(1).max(limits.candidatesPerVote).optional(),
})
export type CausesSettings = z.infer<typeof CausesSettings>

export interface CausesActivity extends ActivityFrame {
  kind: 'causes'
  settings: CausesSettings
  phase: 'prepared' | 'open' | 'closed'
  /** the issue that is worked on; null before it is opened */
  issue: string | null
  view: CauseViewId
  categories: readonly Category[]
}
