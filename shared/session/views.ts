import { z } from 'zod'
import { HallStep, hallStep, kindIds, type KindId, PhoneStep, phoneStep } from '../activities/index.ts'
import { NoteLine } from '../activities/discuss/note.ts'
import { PaperView, paperView } from '../activities/vote/paper.ts'
import { isPoll } from '../activities/vote/poll.ts'
import { cardOf } from '../activities/vote/settings.ts'
import { moderatedResponses, MyResponse } from '../activities/words/response.ts'
import { ActivityId, EpochMs, QuestionId, Uuid } from '../base/ids.ts'
import { AttributeId, GroupId } from '../base/profile.ts'
import { methodIds } from '../methods/index.ts'
import { Field } from '../plan/plan.ts'
import { RuleCard } from '../results/seal.ts'
import { acts } from './acts.ts'
import { AnalysisView, analysisView } from './analysis-view.ts'
import { Board, boardView } from './board-view.ts'
import { Discussion, discussionOf, notesOf } from './discussion.ts'
import { nextStep } from './next-step.ts'
import { shownActivity, type SessionState } from './state.ts'
import { tableCounts, TableCount } from './tables.ts'

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
  /** to open questions, hidden ones among them */
  responses: z.array(MyResponse),
  /** each table in numbers; null: the room sits as one */
  tableCounts: z.array(TableCount).nullable(),
  discussion: Discussion.nullable(),
  /** all lines of the session's discussions, in the order of speech */
  notes: z.array(NoteLine),
  ...Board.shape,
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
    tableCounts: tableCounts(state),
    ...boardView(material),
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
