import { z } from 'zod'
import { limits } from './limits.ts'

/** What residents may tell of themselves, in coarse groups: age, neighbourhood, resident or organisation or expert. */
export const AttributeId = z.enum(['ageBand', 'neighbourhood', 'affiliation'])
export type AttributeId = z.infer<typeof AttributeId>

export const GroupId = z.string().regex(/^g[0-9]{1,2}$/)
const Group = z.strictObject({
  id: GroupId,
  title: z.string().trim().min(1).max(limits.criterionName),
  /** people in the district, or their share: only the proportions count */
  share: z.number().min(0).max(1e9),
})

/** The district's population by attribute: the questions that phones ask, and what the room is held against. */
export const Profile = z
  .array(z.strictObject({ attribute: AttributeId, groups: z.array(Group).min(2).max(limits.groupsPerAttribute) }))
  .max(AttributeId.options.length)
  .refine((all) => new Set(all.map(({ attribute }) => attribute)).size === all.length, 'attributes differ')
  .refine(
    (all) => all.every(({ groups }) => new Set(groups.map(({ id }) => id)).size === groups.length),
    'group ids differ',
  )
  .refine((all) => all.every(({ groups }) => groups.some(({ share }) => share > 0)), 'an attribute has people')
export type Profile = z.infer<typeof Profile>

/** The groups that somebody told of, by attribute; who told nothing of an attribute is not in it. */
export type Groups = Partial<Record<AttributeId, string>>
