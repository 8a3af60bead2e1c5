import { z } from 'zod'
import { ActivityId, IssueId, NoteId, SeatId, ThemeId, Uuid } from '../base/ids.ts'
import type { LinkRole } from '../base/roles.ts'
import type { Field } from '../plan/plan.ts'
import type { Coding } from './coding/code.ts'
import type { Note, PrivateNote } from './discuss/note.ts'
import type { Checks } from './member-check/check.ts'
import type { RevealedResult } from './present/pages.ts'
import type { Response } from './words/response.ts'

/** Why an issue is not shown; its author sees the reason. The sentences are in shared/i18n under `hideReason.*`. */
export const HideReason = z.enum(['abusive', 'personalData', 'offTopic', 'unclear'])
export type HideReason = z.infer<typeof HideReason>

/** What a facilitator decides about an issue; the author's own words are never touched by it. */
export const Placement = z.strictObject({
  /** the facilitator's wording, or null for the author's */
  title: z.string().nullable(),
  fieldId: Uuid.nullable(),
  mergedInto: IssueId.nullable(),
  hidden: HideReason.nullable(),
})
export type Placement = z.infer<typeof Placement>

/** Lines of a discussion that led to a candidate issue, and the theme that they were found under. */
export const Evidence = z.strictObject({ theme: ThemeId.nullable(), notes: z.array(NoteId) })
export type Evidence = z.infer<typeof Evidence>

/** What a participant submitted. */
export const Issue = z.strictObject({
  id: IssueId,
  activity: ActivityId,
  /** the seat that wrote it; null when the facilitator did, for somebody in the room */
  author: SeatId.nullable(),
  text: z.string(),
  detail: z.string(),
  withdrawn: z.boolean(),
  placement: Placement,
  /** what was said that it grew from; absent for an issue that somebody wrote */
  evidence: Evidence.optional(),
})
export type Issue = z.infer<typeof Issue>

/** One step that a facilitator took on the board, with what is needed to take it back. */
export interface BoardStep {
  action: 'merge' | 'split' | 'assignField' | 'hide' | 'show' | 'reword'
  changes: { issue: IssueId; before: Placement; after: Placement }[]
}

/** What the activities of one session work on together. */
export interface Material {
  fields: readonly Field[]
  issues: Readonly<Record<IssueId, Issue>>
  /** number of the next issue */
  nextIssue: number
  /** steps that can be undone, the latest last */
  undo: readonly BoardStep[]
  /** what was written down in discussions, and what phones answered in them */
  notes: Readonly<Record<NoteId, Note>>
  /** observers' own, by the id of the link that wrote them */
  privateNotes: Readonly<Record<string, readonly PrivateNote[]>>
  /** what was made of them */
  coding: Coding
  /** what participants say of candidate issues */
  checks: Checks
  /** to open questions; a session of the release before has none */
  responses?: Readonly<Record<string, Response>>
  /** the page of each presentation that is shown, from 0 */
  pages?: Readonly<Record<string, number>>
  /** of each vote since its reveal */
  results?: Readonly<Record<string, RevealedResult>>
}

/**
 * Who does something in a session: somebody on a seat, or somebody who runs it with an account or a link. `id` tells two
 * of those apart also when they have the same name, and opens nothing.
 */
export type Actor =
  | { role: 'participant'; seat: SeatId }
  | { role: 'facilitator' | Exclude<LinkRole, 'coFacilitator'>; id: string; name: string }

/** What a decision may look at besides the state: no clock and no chance of its own. */
export interface Context {
  actor: Actor
  /** epoch ms, by the server's clock */
  at: number
  /** false while the disk has too little space for the ballots of one more vote */
  mayOpenVote: boolean
}

/** Issues that the room sees: neither withdrawn, hidden, nor merged into another. In the order of their arrival. */
export const visibleIssues = (material: Material): Issue[] =>
  Object.values(material.issues).filter(
    (issue) => !issue.withdrawn && issue.placement.hidden === null && issue.placement.mergedInto === null,
  )

/** The issues that were merged into this one, hidden ones among them. */
export const mergedInto = (material: Material, id: IssueId): Issue[] =>
  Object.values(material.issues).filter((issue) => issue.placement.mergedInto === id && !issue.withdrawn)

/** The same without what a facilitator has hidden: what may be shown and counted. */
export const shownMerged = (material: Material, id: IssueId): Issue[] =>
  mergedInto(material, id).filter((issue) => issue.placement.hidden === null)

export const titleOf = (issue: Issue): string => issue.placement.title ?? issue.text
