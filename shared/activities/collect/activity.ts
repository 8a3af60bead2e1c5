import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import type { ActivityFrame } from '../kind.ts'

/** One question of the form: `text` is a box of several lines, `line` a single one. */
export const FormField = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,12}$/),
  label: z.string().trim().min(1).max(limits.formLabel),
  required: z.boolean(),
  kind: z.enum(['text', 'line']),
})
export type FormField = z.infer<typeof FormField>

export const CollectSettings = z.strictObject({
  /** offer a second, longer box, where there is no form */
  askDetail: z.boolean().default(true),
  /** let residents name a field of the plan */
  askField: z.boolean().default(false),
  perPerson: z.int().min(1).max(limits.issuesPerParticipant).default(5),
  /** at the tables: the whole room sees only what a table brings before it; left out: the whole room writes as one */
  scope: z.enum(['plenary', 'tables']).optional(),
  /** `together`: everybody writes alone, and the room sees nothing but a number until all are revealed; left out: at once */
  reveal: z.enum(['atOnce', 'together']).optional(),
  /** `approveFirst`: the room sees what a moderator has let through; left out: everything at once */
  moderation: z.enum(['showAtOnce', 'approveFirst']).optional(),
  /** the questions; the answer to the first is the issue's own text. Left out or empty: one box, and `askDetail` */
  form: z
    .array(FormField)
    .max(limits.formFields)
    .refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length, 'ids of questions differ')
    .optional(),
})
export type CollectSettings = z.infer<typeof CollectSettings>

export interface CollectActivity extends ActivityFrame {
  kind: 'collect'
  settings: CollectSettings
  phase: 'prepared' | 'open' | 'closed'
}
