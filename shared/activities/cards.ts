import { z } from 'zod'
import { IssueId, Uuid } from '../base/ids.ts'
import { shownMerged, supportsOf, titleOf, visibleIssues, type Material } from './material.ts'

/** An issue as the hall sees it: no author, no time. */
export const Card = z.strictObject({
  id: IssueId,
  title: z.string(),
  fieldId: Uuid.nullable(),
  /** how many other issues were merged into it */
  merged: z.int().min(0),
  /** the table that it was written at */
  table: z.int().min(1).optional(),
  /** the group that it lies in */
  group: IssueId.nullable(),
  /** how many others said that they want the same */
  supports: z.int().min(0),
})
export type Card = z.infer<typeof Card>

/** The wall: what is visible, the newest first; what came from the tables in the order in which it was brought. */
export const cards = (material: Material): Card[] =>
  visibleIssues(material)
    .sort((a, b) => (a.rolledUp ?? 0) - (b.rolledUp ?? 0))
    .map((issue) => ({
      id: issue.id,
      title: titleOf(issue),
      fieldId: issue.placement.fieldId,
      merged: shownMerged(material, issue.id).length,
      ...(issue.table !== undefined && { table: issue.table }),
      group: issue.placement.group ?? null,
      supports: supportsOf(material, issue),
    }))
    .reverse()
