import { z } from 'zod'
import { HallStep, hallStep, kindIds, PhoneStep, phoneStep } from '../activities/index.ts'
import { NoteLine } from '../activities/discuss/note.ts'
import { HideReason, type Issue } from '../activities/material.ts'
import { ActivityId, EpochMs, IssueId, QuestionId, SeatId, Uuid } from '../base/ids.ts'
import { CheckAnswer } from '../activities/member-check/commands.ts'
import { PaperView, paperView } from '../activities/vote/paper.ts'
import { AttributeId, GroupId } from '../base/profile.ts'
import { cardOf } from '../activities/vote/index.ts'
import { isPoll } from '../activities/vote/poll.ts'
import { moderatedResponses, MyResponse, responsesOf } from '../activities/words/response.ts'
import { methodIds } from '../methods/index.ts'
import { Field } from '../plan/plan.ts'
import { RuleCard } from '../results/seal.ts'
import { answersOf, Discussion, discussionOf, MyAnswer, notesOf } from './discussion.ts'
import { AnalysisView, analysisView } from './analysis-view.ts'
import { nextStep } from './next-step.ts'
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
  fields: z.array(Field),
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
})
export type BoardIssue = z.infer<typeof BoardIssue>

export const ConsoleView = z.strictObject({
  ...hall,
  sessionId: Uuid,
  planId: Uuid,
  expected: z.int().min(0),
  /** people in the room, as somebody counted them; null: nobody has */
  present: z.int().min(0).nullable(),
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
    }),
  ),
  /** the activity that the screens show */
  current: ActivityId.nullable(),
  next: z.discriminatedUnion('does', [
    z.strictObject({ does: z.literal('askQuestion'), activity: ActivityId, question: QuestionId }),
    z.strictObject({
      does: z.enum(['openActivity', 'closeActivity', 'finishPaper', 'revealResult']),
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
  /** the step on the board that Undo would take back, and how many issues it touches */
  undo: z
    .strictObject({
      action: z.enum(['merge', 'split', 'assignField', 'hide', 'show', 'reword']),
      issues: z.int().min(1),
    })
    .nullable(),
  discussion: Discussion.nullable(),
  /** all lines of the session's discussions, in the order of speech */
  notes: z.array(NoteLine),
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
      status: z.enum(['shown', 'merged', 'hidden']),
      hidden: HideReason.nullable(),
    }),
  ),
  /** answers to questions of a discussion */
  answers: z.array(MyAnswer),
  /** to open questions */
  responses: z.array(MyResponse),
  askedForHelp: z.boolean(),
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
  fields: state.definition.fields,
  coming: comingVote(state),
})

function comingVote(state: SessionState): PhoneView['coming'] {
  if (nextStep(state).does !== 'openActivity') return null
  const here = state.activities.findIndex(({ id }) => id === state.current)
  const vote = state.activities
    .slice(here + 1)
    .find((activity) => activity.kind === 'vote' && activity.phase === 'prepared')
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
  return {
    ...projectorView(state, publicUrl),
    sessionId: definition.sessionId,
    planId: definition.planId,
    expected: definition.expected,
    present: state.present,
    agenda: activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      minutes: activity.minutes,
      phase: activity.phase,
      settings: activity.settings,
      filed: activity.phase === 'revealed' && activity.filed,
      paper: activity.kind === 'vote' ? paperView(activity) : null,
    })),
    current,
    next: nextStep(state),
    analysis: analysisView(state),
    issues: Object.values(material.issues)
      .filter((issue) => !issue.withdrawn)
      .map(boardIssue),
    responses: moderatedResponses(material.responses),
    undo: undone ? { action: undone.action, issues: undone.changes.length } : null,
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

function boardIssue({ id, text, detail, placement }: Issue): BoardIssue {
  const { title, ...rest } = placement
  return { id, title: title ?? text, text, detail, ...rest }
}

export function mineView(state: SessionState, seat: string): MineView {
  const own = Object.values(state.material.issues).filter((issue) => issue.author === seat && !issue.withdrawn)
  return {
    seat,
    issues: own.map(({ id, activity, text, detail, placement }) => ({
      id,
      activity,
      text,
      detail,
      fieldId: placement.fieldId,
      status: placement.hidden ? ('hidden' as const) : placement.mergedInto ? ('merged' as const) : ('shown' as const),
      hidden: placement.hidden,
    })),
    answers: answersOf(state, seat),
    responses: responsesOf(state.material.responses, seat),
    askedForHelp: state.help.includes(seat),
    checks: Object.entries(state.material.checks).flatMap(([issue, bySeat]) => {
      const own = bySeat[seat]
      return own ? [{ issue, ...own }] : []
    }),
  }
}
