import { z } from 'zod'
import { ActivityId, CategoryId, IssueId, NoteId, SeatId, ThemeId, Uuid } from '../base/ids.ts'
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
  /** the group that it lies in; left out, as by the release before: none */
  group: IssueId.nullable().optional(),
})
export type Placement = z.infer<typeof Placement>

/** Lines of a discussion that led to a candidate issue, and the theme that they were found under. */
export const Evidence = z.strictObject({ theme: ThemeId.nullable(), notes: z.array(NoteId) })
export type Evidence = z.infer<typeof Evidence>

/** Where an issue stands with the moderators; `returned` went back to its author with a reason. */
export const IssueStatus = z.enum(['waiting', 'shown', 'returned', 'hidden'])
export type IssueStatus = z.infer<typeof IssueStatus>

/** An answer to a further question of the form, with the question as it was asked. */
export const IssuePart = z.strictObject({ field: z.string(), label: z.string(), text: z.string() })
export type IssuePart = z.infer<typeof IssuePart>

/** What a participant submitted. Members that may be missing came later than the first sessions. */
export const Issue = z.strictObject({
  id: IssueId,
  activity: ActivityId,
  /** the seat that wrote it; null when the facilitator did, for somebody in the room */
  author: SeatId.nullable(),
  text: z.string(),
  detail: z.string(),
  withdrawn: z.boolean(),
  placement: Placement,
  /** the table that it was written at */
  table: z.int().min(1).optional(),
  /** written at a table for that table: null until it is brought before the whole room, then its place among those */
  rolledUp: z.int().min(1).nullable().optional(),
  /** what was said that it grew from; absent for an issue that somebody wrote */
  evidence: Evidence.optional(),
  /** answers to the form's further questions */
  parts: z.array(IssuePart).optional(),
  /** missing: shown, unless it is hidden */
  review: z.strictObject({ status: z.enum(['waiting', 'returned']), reason: HideReason.nullable() }).optional(),
  /** how often its words were changed: a moderator decides about the words that he has seen */
  edits: z.int().optional(),
  /** seats that want the same */
  supporters: z.array(SeatId).optional(),
  /** written alone: the room sees it when all that were written are revealed together */
  isAlone: z.literal(true).optional(),
})
export type Issue = z.infer<typeof Issue>

/** A named group of issues on the board. Its id is a number of the issues' own row, so that a vote can be about it. */
export const IssueGroup = z.strictObject({ id: IssueId, title: z.string() })
export type IssueGroup = z.infer<typeof IssueGroup>

export const boardActions = [
  'merge',
  'split',
  'assignField',
  'hide',
  'show',
  'reword',
  'createGroup',
  'putInGroup',
  'renameGroup',
  'removeGroup',
  'moveGroup',
] as const
export type BoardAction = (typeof boardActions)[number]

/** One step that a facilitator took on the board, with what is needed to take it back. */
export interface BoardStep {
  action: BoardAction
  changes: { issue: IssueId; before: Placement; after: Placement }[]
  /** all groups in their order, where the step changed them */
  groups?: { before: readonly IssueGroup[]; after: readonly IssueGroup[] }
  /** who took it; steps of the release before do not say */
  by?: { id: string; name: string }
}

/** Where a cause stands, as it was written and as a facilitator has it; its author's own words are never touched by it. */
export const CausePlacement = z.strictObject({
  /** the facilitator's wording, or null for the author's */
  title: z.string().nullable(),
  /** what it explains: issues, or causes that it lies behind; never in a circle */
  parents: z.array(IssueId).min(1),
  /** a bone of the fishbone, by its id in the activity; null for none */
  category: CategoryId.nullable(),
  hidden: HideReason.nullable(),
  /** it goes with its issues to the priority-task list */
  chosen: z.boolean(),
})
export type CausePlacement = z.infer<typeof CausePlacement>

/** A reason for an issue or for another cause. It has a number of the same counter as issues, so that it can be voted on. */
export interface Cause {
  id: IssueId
  activity: string
  /** the seat that wrote it; null when the facilitator did */
  author: SeatId | null
  text: string
  withdrawn: boolean
  placement: CausePlacement
}

/** One step that a facilitator took on the causes, with what is needed to take it back; `before` is null for a new cause. */
export interface CauseStep {
  action: CauseAction
  changes: { cause: IssueId; before: CausePlacement | null; after: CausePlacement }[]
}
export const causeActions = [
  'add',
  'move',
  'link',
  'unlink',
  'reword',
  'categorize',
  'hide',
  'show',
  'choose',
  'unchoose',
] as const
export type CauseAction = (typeof causeActions)[number]
/** A step that can be undone. Steps and undoings are counted together: a number names one of them for good. */
export type StepTaken = BoardStep & { number: number }

/** What happened on the board last, for those who work on it at the same time. */
export const BoardNews = z.strictObject({
  number: z.int().min(1),
  action: z.enum(boardActions),
  isUndoing: z.boolean(),
  /** id and name of who did it, as an actor has them; null for what the release before did */
  by: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  issues: z.int().min(0),
  /** title of the group that issues came into, that was made, renamed, moved or removed; null: none */
  group: z.string().nullable(),
})
export type BoardNews = z.infer<typeof BoardNews>

/** What a moderator decided about one issue, from which state to which; the author is not in it. */
export interface ModerationEntry {
  issue: IssueId
  /** the words that were decided about; their author may have changed them since */
  text: string
  /** epoch ms */
  at: number
  by: { id: string; name: string }
  before: IssueStatus
  after: IssueStatus
  reason: HideReason | null
}

/** What the activities of one session work on together. */
export interface Material {
  fields: readonly Field[]
  issues: Readonly<Record<IssueId, Issue>>
  /** number of the next issue, or of the next group */
  nextIssue: number
  /** in the order in which they stand on the board */
  groups: readonly IssueGroup[]
  /** steps that can be undone, the latest last */
  /** the table of each seat that has chosen one */
  tableOf?: Readonly<Record<SeatId, number>>
  undo: readonly StepTaken[]
  boardNews: BoardNews | null
  /** what was written down in discussions, and what phones answered in them */
  notes: Readonly<Record<NoteId, Note>>
  /** observers' own, by the id of the link that wrote them */
  privateNotes: Readonly<Record<string, readonly PrivateNote[]>>
  /** what was made of them */
  coding: Coding
  /** what participants say of candidate issues */
  checks: Checks
  /** absent: none */
  causes?: Readonly<Record<IssueId, Cause>>
  /** steps on the causes that can be undone, the latest last */
  causeUndo?: readonly CauseStep[]
  /** which causes the priority-task list has: the digest of what was filed last */
  causesFiled?: string
  /** issues in the order of the vote that was revealed last, best first */
  ranked?: readonly IssueId[]
  /** activities whose issues were revealed together */
  revealed?: readonly ActivityId[]
  /** who moderated what, in order */
  moderation?: readonly ModerationEntry[]
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
  | { role: 'facilitator' | Exclude<LinkRole, 'coFacilitator'>; id: string; name: string; table?: number }

/** What a decision may look at besides the state: no clock and no chance of its own. */
export interface Context {
  actor: Actor
  /** epoch ms, by the server's clock */
  at: number
  /** false while the disk has too little space for the ballots of one more vote */
  mayOpenVote: boolean
}

export const statusOf = (issue: Issue): IssueStatus =>
  issue.placement.hidden !== null ? 'hidden' : (issue.review?.status ?? 'shown')

/**
 * Whether the room may read it, now: approved, not kept for the moment when all are
 * revealed, nor at its table.
 */
export const isPublic = (material: Material, issue: Issue): boolean =>
  !issue.withdrawn &&
  statusOf(issue) === 'shown' &&
  (!issue.isAlone || (material.revealed ?? []).includes(issue.activity)) &&
  issue.rolledUp !== null

/** Issues that the room sees: public, and not merged into another. In the order of their arrival. */
export const visibleIssues = (material: Material): Issue[] =>
  Object.values(material.issues).filter((issue) => isPublic(material, issue) && issue.placement.mergedInto === null)

/** The issues that were merged into this one, hidden ones among them. */
export const mergedInto = (material: Material, id: IssueId): Issue[] =>
  Object.values(material.issues).filter((issue) => issue.placement.mergedInto === id && !issue.withdrawn)

/** The same without what the room may not read: what may be shown and counted. */
export const shownMerged = (material: Material, id: IssueId): Issue[] =>
  mergedInto(material, id).filter((issue) => isPublic(material, issue))

/** The group that an issue lies in: its own, or that of the issue it was merged into. */
export function groupOf(material: Material, issue: Issue): IssueGroup | null {
  const top = issue.placement.mergedInto === null ? issue : (material.issues[issue.placement.mergedInto] ?? issue)
  return material.groups.find(({ id }) => id === top.placement.group) ?? null
}

export const titleOf = (issue: Issue): string => issue.placement.title ?? issue.text

/** How many seats want the same as this issue or one that was merged into it: each counts once, its authors not. */
export function supportsOf(material: Material, issue: Issue): number {
  const all = [issue, ...shownMerged(material, issue.id)]
  const seats = new Set(all.flatMap(({ supporters }) => supporters ?? []))
  for (const { author } of all) if (author !== null) seats.delete(author)
  return seats.size
}

/** What was written beside the title: the longer text, and each further answer behind its question. */
export const detailOf = ({ detail, parts = [] }: Issue): string =>
  [detail, ...parts.map(({ label, text }) => `${label}: ${text}`)].filter((line) => line !== '').join('\n')
