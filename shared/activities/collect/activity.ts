import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import type { ActivityFrame } from '../kind.ts'

export const CollectSettings = z.strictObject({
  /** offer a second, longer box */
  askDetail: z.boolean().default(true),
  /** let residents name a field of the plan */
  askField: z.boolean().default(false),
  perPerson: z.int().min(1).max(limits.issuesPerParticipant).default(5),
  /** at the tables: the whole room sees only what a table brings before it; left out: the whole room writes as one */
  scope: z.enum(['plenary', 'tables']).optional(),
})
export type CollectSettings = z.infer<typeof CollectSettings>

export interface CollectActivity extends ActivityFrame {
  kind: 'collect'
  settings: CollectSettings
  phase: 'prepared' | 'open' | 'closed'
}
