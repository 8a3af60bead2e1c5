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
  /** how many others said that they want the same */
  supports: z.int().min(0),
})
export type Card = z.infer<typeof Card>

/** The wall: what is visible, the newest first. */
export const cards = (material: Material): Card[] =>
  visibleIssues(material)
    .map((issue) => ({
      id: issue.id,
      title: titleOf(issue),
      fieldId: issue.placement.fieldId,
      merged: shownMerged(material, issue.id).length,
      supports: supportsOf(material, issue),
    }))
    .reverse()
