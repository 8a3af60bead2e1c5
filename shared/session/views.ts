import { z } from 'zod'
import { causesIn, causeTitle } from '../activities/causes/graph.ts'
import { HallStep, hallStep, kindIds, type KindId, PhoneStep, phoneStep } from '../activities/index.ts'
import { NoteLine } from '../activities/discuss/note.ts'
import {
  boardActions,
  BoardNews,
  causeActions,
  CausePlacement,
  detailOf,
  groupOf,
  HideReason,
  IssueGroup,
  IssuePart,
  IssueStatus,
  statusOf,
  supportsOf,
  titleOf,
  type Cause,
  type Issue,
  type Material,
} from '../activities/material.ts'
import { ActivityId, EpochMs, IssueId, QuestionId, SeatId, Uuid } from '../base/ids.ts'
import { CheckAnswer } from '../activities/member-check/commands.ts'
import { PaperView, paperView } from '../activities/vote/paper.ts'
import { AttributeId, GroupId } from '../base/profile.ts'
import { personalKinds } from '../activities/collect/personal-data.ts'
import { personalKindsIn } from '../activities/collect/moderation-view.ts'
import { cardOf } from '../activities/vote/settings.ts'
import { isPoll } from '../activities/vote/poll.ts'
import { moderatedResponses, MyResponse, responsesOf } from '../activities/words/response.ts'
import { methodIds } from '../methods/index.ts'
import { Field } from '../plan/plan.ts'
import { RuleCard } from '../results/seal.ts'
import { acts } from './acts.ts'
import { answersOf, Discussion, discussionOf, MyAnswer, notesOf } from './discussion.ts'
import { AnalysisView, analysisView } from './analysis-view.ts'
import { nextStep } from './next-step.ts'
import { tableCounts, TableCount } from './tables.ts'
import { shownActivity, type SessionState } from './state.ts'

/*
 * What each audience may see: the one place that knows. A view is a whole: whoever has the latest needs none before it.
 * No view carries a standing before the reveal, an author, or a time of a ballot.
 */

const common = {
  title: z.string(),
  planTitle: z.string(),
  life: z.enum(['lobby', 'running', 'closed']),
  /** simulated residents take part; nothing of it will be kept */
  isRehearsal: z.boolean(),
  timerEndsAt: EpochMs.nullable(),
  /** what lies over the phones: look at the screen, or a break and when it is over */
  attention: z.strictObject({ to: z.enum(['screen', 'break']), endsAt: EpochMs.nullable() }).nullable(),
  fields: z.array(Field),
  /** how many tables the room sits at; 0: it sits as one */
  tables: z.int().min(0),
  /** the vote that comes next, while nothing is open: everybody reads its rule before it opens */
  coming: z
    .strictObject({
      activity: ActivityId,
      title: z.string(),
      method: z.enum(methodIds),
      isPoll: z.boolean(),
      ruleCard: RuleCard,
    })
    .nullable(),
}

export const PhoneView = z.strictObject({
  ...common,
  /** what residents may tell of themselves */
  asks: z.array(
    z.strictObject({
      attribute: AttributeId,
      groups: z.array(z.strictObject({ id: GroupId, title: z.string() })),
    }),
  ),
  step: PhoneStep.nullable(),
})
export type PhoneView = z.infer<typeof PhoneView>

const hall = {
  ...common,
  place: z.string(),
  heldAt: z.string().nullable(),
  code: z.string(),
  joinUrl: z.string(),
  joiningOpen: z.boolean(),
  /** code and QR code alone give no seat */
  ticketsOnly: z.boolean(),
  step: HallStep.nullable(),
}
export const ProjectorView = z.strictObject(hall)
export type ProjectorView = z.infer<typeof ProjectorView>

export const BoardIssue = z.strictObject({
  id: IssueId,
  /** as it is shown: the facilitator's wording or the author's */
  title: z.string(),
  text: z.string(),
  detail: z.string(),
  fieldId: Uuid.nullable(),
  mergedInto: IssueId.nullable(),
  hidden: HideReason.nullable(),
  /** the table that it was written at */
  table: z.int().min(1).optional(),
  /** kept at its table: the room does not see it yet */
  atTable: z.boolean().optional(),
  group: IssueId.nullable(),
  status: IssueStatus,
  /** why it was returned or hidden */
  reason: HideReason.nullable(),
  /** how often its words were changed; a decision names it */
  edits: z.int().min(0),
  supports: z.int().min(0),
  /** kinds of personal data that stand in its words */
  personal: z.array(z.enum(personalKinds)),
})
export type BoardIssue = z.infer<typeof BoardIssue>

/** A cause with all that a facilitator decides about it; `text` is its author's own wording. */
export const BoardCause = z.strictObject({
  id: IssueId,
  activity: ActivityId,
  text: z.string(),
  ...CausePlacement.shape,
  /** as it is shown */
  title: z.string(),
})
export type BoardCause = z.infer<typeof BoardCause>

export const ConsoleView = z.strictObject({
  ...hall,
  sessionId: Uuid,
  planId: Uuid,
  expected: z.int().min(0),
  /** people in the room, as somebody counted them; null: nobody has */
  present: z.int().min(0).nullable(),
  /** minutes of the running order as it was prepared */
  plannedMinutes: z.int().min(0),
  agenda: z.array(
    z.strictObject({
      id: ActivityId,
      kind: z.enum(kindIds),
      title: z.string(),
      minutes: z.int(),
      phase: z.enum(['prepared', 'open', 'closed', 'sealed', 'revealed']),
      settings: z.record(z.string(), z.unknown()),
      /** a revealed vote: whether its result is in the priority-task list */
      filed: z.boolean(),
      /** of a vote that takes counted paper: its bundles; else null */
      paper: PaperView.nullable(),
      openedAt: EpochMs.nullable(),
      closedAt: EpochMs.nullable(),
      /** the vote that it holds again */
      roundOf: ActivityId.nullable(),
    }),
  ),
  /** the activity that the screens show */
  current: ActivityId.nullable(),
  /** what somebody at a console did last */
  lastAct: z
    .strictObject({
      by: z.strictObject({ id: z.string(), name: z.string() }),
      act: z.enum(acts),
      title: z.string().nullable(),
      revision: z.int(),
    })
    .nullable(),
  next: z.discriminatedUnion('does', [
    z.strictObject({ does: z.literal('askQuestion'), activity: ActivityId, question: QuestionId }),
    z.strictObject({
      does: z.enum(['openActivity', 'closeActivity', 'finishPaper', 'revealResult', 'revealIssues']),
      activity: ActivityId,
    }),
    z.strictObject({ does: z.enum(['closeSession', 'wait', 'nothing']) }),
  ]),
  /** what was made of what was said in discussions */
  analysis: AnalysisView,
  /** everything that was submitted and not withdrawn, in the order of arrival */
  issues: z.array(BoardIssue),
  /** to open questions, hidden ones among them */
  responses: z.array(MyResponse),
  /** each table in numbers; null: the room sits as one */
  tableCounts: z.array(TableCount).nullable(),
  /** of the board, in their order */
  groups: z.array(IssueGroup),
  /** what was moderated, by whom, the newest first: the latest of it */
  moderation: z.array(
    z.strictObject({
      id: z.string(),
      issue: IssueId,
      title: z.string(),
      at: EpochMs,
      by: z.string(),
      before: IssueStatus,
      after: IssueStatus,
      reason: HideReason.nullable(),
    }),
  ),
  /** the step on the board that Undo would take back, how many issues it touches, and who took it */
  undo: z
    .strictObject({
      action: z.enum(boardActions),
      issues: z.int().min(0),
      number: z.int().min(1),
      by: BoardNews.shape.by,
    })
    .nullable(),
  /** what happened on the board last */
  boardNews: BoardNews.nullable(),
  discussion: Discussion.nullable(),
  /** all lines of the session's discussions, in the order of speech */
  notes: z.array(NoteLine),
  /** causes that were not withdrawn, of all issues, in the order of arrival */
  causes: z.array(BoardCause).optional(),
  /** the step on the causes that Undo would take back, and how many causes it touches */
  causesUndo: z
    .strictObject({ action: z.enum(causeActions), causes: z.int().min(1) })
    .nullable()
    .optional(),
})
export type ConsoleView = z.infer<typeof ConsoleView>

/** What note-takers and observers see: the discussion and what is written down of it. */
export const NotesView = z.strictObject({
  ...common,
  sessionId: Uuid,
  /** what the hall looks at */
  step: HallStep.nullable(),
  discussion: Discussion.nullable(),
  notes: z.array(NoteLine),
  analysis: AnalysisView,
})
export type NotesView = z.infer<typeof NotesView>

/** What one seat sees of its own, beside the view that all phones share. */
export const MineView = z.strictObject({
  seat: SeatId,
  issues: z.array(
    z.strictObject({
      id: IssueId,
      activity: ActivityId,
      text: z.string(),
      detail: z.string(),
      fieldId: Uuid.nullable(),
      parts: z.array(IssuePart),
      status: z.enum(['shown', 'merged', 'hidden', 'waiting', 'returned']),
      /** why it was hidden or returned */
      hidden: HideReason.nullable(),
      /** title of the group that it lies in now */
      group: z.string().nullable(),
    }),
  ),
  /** answers to questions of a discussion */
  answers: z.array(MyAnswer),
  causes: z
    .array(z.strictObject({ id: IssueId, activity: ActivityId, text: z.string(), hidden: HideReason.nullable() }))
    .optional(),
  /** others' issues that this seat wants too */
  supports: z.array(z.strictObject({ id: IssueId, title: z.string() })),
  /** to open questions */
  responses: z.array(MyResponse),
  askedForHelp: z.boolean(),
  /** that it has chosen */
  table: z.int().min(1).optional(),
  /** what this seat says of candidate issues */
  checks: z.array(z.strictObject({ issue: IssueId, answer: CheckAnswer, correction: z.string() })),
})
export type MineView = z.infer<typeof MineView>

/** How many: joined seats, phones that are connected now, ballots of the vote that is open (null without one). */
export const Turnout = z.strictObject({
  joined: z.int().min(0),
  connected: z.int().min(0),
  voted: z.int().min(0).nullable(),
  help: z.int().min(0),
})
export type Turnout = z.infer<typeof Turnout>

const commonView = (state: SessionState) => ({
  title: state.definition.title,
  planTitle: state.definition.planTitle,
  life: state.life,
  isRehearsal: state.definition.rehearsalOf !== null,
  timerEndsAt: state.timerEndsAt,
  attention: state.attention,
  fields: state.definition.fields,
  tables: state.definition.tables?.count ?? 0,
  coming: comingVote(state),
})

/** Steps in which the room has nothing to do: before them it can read how the vote behind them goes. */
const idleKinds: readonly KindId[] = ['group', 'coding', 'present', 'break']

/** A vote is announced when it is what the room does next; while it still has something else to do, its rule is in the way. */
function comingVote(state: SessionState): PhoneView['coming'] {
  if (nextStep(state).does !== 'openActivity') return null
  const here = state.activities.findIndex(({ id }) => id === state.current)
  const vote = state.activities
    .slice(here + 1)
    .find(({ kind, phase }) => phase === 'prepared' && !idleKinds.includes(kind))
  if (vote?.kind !== 'vote') return null
  const { id, title, settings } = vote
  return { activity: id, title, method: settings.method, isPoll: isPoll(settings), ruleCard: cardOf(settings) }
}

export function phoneView(state: SessionState): PhoneView {
  const activity = shownActivity(state)
  const asks = (state.definition.profile ?? []).map(({ attribute, groups }) => ({
    attribute,
    groups: groups.map(({ id, title }) => ({ id, title })),
  }))
  return { ...commonView(state), asks, step: activity && phoneStep(activity, state.material) }
}

/** `publicUrl`: the address that phones reach, without a slash at its end. */
export function projectorView(state: SessionState, publicUrl: string): ProjectorView {
  const activity = shownActivity(state)
  const { definition, joiningOpen, ticketsOnly, material } = state
  return {
    ...commonView(state),
    place: definition.place,
    heldAt: definition.heldAt,
    code: definition.code,
    joinUrl: `${publicUrl}/j/${definition.joinToken}`,
    joiningOpen,
    ticketsOnly,
    step: activity && hallStep(activity, material),
  }
}

export function consoleView(state: SessionState, publicUrl: string): ConsoleView {
  const { definition, activities, material, current } = state
  const undone = material.undo.at(-1)
  const causeStep = material.causeUndo?.at(-1)
  return {
    ...projectorView(state, publicUrl),
    sessionId: definition.sessionId,
    planId: definition.planId,
    expected: definition.expected,
    present: state.present,
    plannedMinutes: definition.agenda.reduce((sum, { minutes }) => sum + minutes, 0),
    agenda: activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      minutes: activity.minutes,
      phase: activity.phase,
      settings: activity.settings,
      filed: activity.phase === 'revealed' && activity.filed,
      paper: activity.kind === 'vote' ? paperView(activity) : null,
      openedAt: state.times[activity.id]?.openedAt ?? null,
      closedAt: state.times[activity.id]?.closedAt ?? null,
      roundOf: activity.roundOf ?? null,
    })),
    current,
    lastAct: state.lastAct,
    next: nextStep(state),
    analysis: analysisView(state),
    issues: Object.values(material.issues)
      .filter((issue) => !issue.withdrawn)
      .map((issue) => boardIssue(issue, material)),
    moderation: moderationView(material),
    causes: Object.values(causesIn(material))
      .filter((cause) => !cause.withdrawn)
      .map(boardCause),
    causesUndo: causeStep ? { action: causeStep.action, causes: causeStep.changes.length } : null,
    tableCounts: tableCounts(state),
    groups: [...material.groups],
    undo: undone
      ? { action: undone.action, issues: undone.changes.length, number: undone.number, by: undone.by ?? null }
      : null,
    boardNews: material.boardNews,
    responses: moderatedResponses(material.responses),
    discussion: discussionOf(state),
    notes: notesOf(state),
  }
}

export function notesView(state: SessionState): NotesView {
  const activity = shownActivity(state)
  return {
    ...commonView(state),
    sessionId: state.definition.sessionId,
    step: activity && hallStep(activity, state.material),
    discussion: discussionOf(state),
    notes: notesOf(state),
    analysis: analysisView(state),
  }
}

function boardIssue(issue: Issue, material: Material): BoardIssue {
  const { id, text, placement, review, edits = 0, table, rolledUp } = issue
  const { title, group = null, ...rest } = placement
  return {
    ...{ id, title: title ?? text, text, detail: detailOf(issue), ...rest, group },
    ...(table !== undefined && { table }),
    ...(rolledUp === null && { atTable: true }),
    status: statusOf(issue),
    reason: placement.hidden ?? review?.reason ?? null,
    edits,
    supports: supportsOf(material, issue),
    personal: personalKindsIn(issue),
  }
}

/* A console shows what was just done; the whole record is in the session's facts. */
const MODERATION_SHOWN = 100

const moderationView = ({ moderation = [] }: Material): ConsoleView['moderation'] =>
  moderation
    .map(({ by, text, ...entry }, n) => ({ id: `m${n}`, title: text, by: by.name, ...entry }))
    .slice(-MODERATION_SHOWN)
    .reverse()

const boardCause = (cause: Cause): BoardCause => ({
  id: cause.id,
  activity: cause.activity,
  text: cause.text,
  ...cause.placement,
  title: causeTitle(cause),
})

export function mineView(state: SessionState, seat: string): MineView {
  const table = state.material.tableOf?.[seat]
  const all = Object.values(state.material.issues).filter((issue) => !issue.withdrawn)
  return {
    seat,
    answers: answersOf(state, seat),
    issues: all.filter((issue) => issue.author === seat).map((issue) => mineIssue(issue, state)),
    supports: all
      .filter((issue) => issue.supporters?.includes(seat))
      .map((issue) => ({ id: issue.id, title: titleOf(issue) })),
    causes: Object.values(causesIn(state.material))
      .filter((cause) => cause.author === seat && !cause.withdrawn)
      .map(({ id, activity, text, placement }) => ({ id, activity, text, hidden: placement.hidden })),
    responses: responsesOf(state.material.responses, seat),
    askedForHelp: state.help.includes(seat),
    ...(table !== undefined && { table }),
    checks: Object.entries(state.material.checks).flatMap(([issue, bySeat]) => {
      const own = bySeat[seat]
      return own ? [{ issue, ...own }] : []
    }),
  }
}

function mineIssue(issue: Issue, { material }: SessionState): MineView['issues'][number] {
  const { id, activity, text, detail, placement, parts = [], review } = issue
  return {
    id,
    activity,
    text,
    detail,
    fieldId: placement.fieldId,
    parts,
    status: ownStatus(issue),
    hidden: placement.hidden ?? review?.reason ?? null,
    group: groupOf(material, issue)?.title ?? null,
  }
}

function ownStatus(issue: Issue): MineView['issues'][number]['status'] {
  const status = statusOf(issue)
  return status === 'shown' && issue.placement.mergedInto !== null ? 'merged' : status
}
