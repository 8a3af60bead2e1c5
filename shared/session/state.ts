import { applyActivityFact, beginActivity, type Activity, type ActivityFact } from '../activities/index.ts'
import { noCoding } from '../activities/coding/code.ts'
import type { Material } from '../activities/material.ts'
import type { SealedCount } from '../activities/vote/activity.ts'
import type { PaperFact } from '../activities/vote/paper.ts'
import type { Profile } from '../base/profile.ts'
import { isPoll } from '../activities/vote/poll.ts'
import type { Field } from '../plan/plan.ts'
import type { Marks } from '../results/marks.ts'
import type { AgendaItem } from '../activities/index.ts'
import { actOf, type ActId } from './acts.ts'
import { placed, taken } from './run-of-show.ts'
import { applyTables, type Tables } from './tables.ts'

/** What a live session is made of when its lobby opens; it is kept beside its facts and never changes. */
export interface LiveDefinition {
  sessionId: string
  planId: string
  planTitle: string
  title: string
  /** ISO 8601 with offset */
  heldAt: string | null
  place: string
  fields: Field[]
  agenda: AgendaItem[]
  /** absent in a session that the release before opened */
  tables?: Tables | null
  /** people that are expected; 0 when nobody said */
  expected: number
  /** the district's population, which phones ask about; left out: nothing is asked */
  profile?: Profile | undefined
  /** a rehearsal is never filed and stands in no list */
  rehearsalOf: string | null
  /** 6 digits */
  code: string
  /** the QR code's secret */
  joinToken: string
}

/** What lies over the phones while the room looks up or rests; nothing is closed by it. */
export interface Attention {
  to: 'screen' | 'break'
  /** epoch ms: when a break is over, as announced */
  endsAt: number | null
}

/** An entry that was taken out of the running order, and the one that it stood behind. */
export interface Removed {
  activity: Activity
  after: string | null
}

/** What happened, without who did it. */
export type FactBody =
  | ActivityFact
  | { type: 'activityOpened' | 'activityClosed' | 'activityConfigured'; activity: Activity }
  | { type: 'activityAdded'; activity: Activity; after: string | null }
  | { type: 'activityMoved'; activity: string; after: string | null }
  | { type: 'activityRemoved'; activity: string }
  | { type: 'attentionSet'; attention: Attention | null }
  | ({ type: 'voteSealed'; activity: string } & SealedCount)
  | { type: 'marksFound'; activity: string; marks: Marks }
  | { type: 'resultFiled'; activity: string }
  | { type: 'timerSet'; endsAt: number | null }
  /** `tickets` is left out in facts from before there were any */
  | { type: 'joiningSet'; open: boolean; tickets?: boolean | undefined }
  | { type: 'presentSet'; people: number | null }
  | PaperFact
  | { type: 'helpAsked'; seat: string; wanted: boolean }
  | { type: 'helpCleared' | 'helpRestored'; seats: readonly string[] }
  | { type: 'tableJoined'; seat: string; table: number | null }
  | { type: 'issuesRolledUp'; issues: readonly string[]; up: boolean }
  | { type: 'sessionStarted' }
  | { type: 'sessionClosed' }

/** Somebody who runs the session; `id` opens nothing. */
export interface Staff {
  id: string
  name: string
}

/**
 * What happened in a session. The state is the fold of its facts, in order. Of what is done at a
 * console it is known who did it and when; of what residents do never, and neither in facts of the release before.
 */
export type Fact = FactBody & { staff?: Staff; at?: number }

export interface SessionState {
  definition: LiveDefinition
  /** number of facts so far */
  revision: number
  life: 'lobby' | 'running' | 'closed'
  activities: readonly Activity[]
  /** the activity that the screens show: the one opened last */
  current: string | null
  material: Material
  /** epoch ms by the server's clock */
  timerEndsAt: number | null
  joiningOpen: boolean
  /** code and QR code alone give no seat */
  ticketsOnly: boolean
  /** people in the room, as somebody counted them */
  present: number | null
  /** seats that ask for help */
  help: readonly string[]
  /** seats that were said to be helped last */
  helped: readonly string[]
  attention: Attention | null
  /** epoch ms by activity: when it was opened first and closed last, as far as that was written down */
  times: Readonly<Record<string, { openedAt: number; closedAt: number | null }>>
  /** can be put back, the latest last */
  removed: readonly Removed[]
  /** what the staff did last that others at a console want to know; `revision`: of the state that it led to */
  lastAct: { by: Staff; act: ActId; title: string | null; revision: number } | null
}

export const beginSession = (definition: LiveDefinition): SessionState => ({
  definition,
  revision: 0,
  life: 'lobby',
  activities: definition.agenda.map(beginActivity),
  current: null,
  material: {
    fields: definition.fields,
    issues: {},
    nextIssue: 1,
    groups: [],
    undo: [],
    boardNews: null,
    notes: {},
    privateNotes: {},
    coding: noCoding,
    checks: {},
  },
  timerEndsAt: null,
  joiningOpen: true,
  ticketsOnly: false,
  present: null,
  help: [],
  helped: [],
  attention: null,
  times: {},
  removed: [],
  lastAct: null,
})

export const currentActivity = (state: SessionState): Activity | null =>
  state.activities.find((activity) => activity.id === state.current) ?? null

/** What the screens show: the present activity, and when all is over the ranking that the room came to last. */
export function shownActivity(state: SessionState): Activity | null {
  const revealed = state.activities.flatMap((activity) =>
    activity.phase === 'revealed' && !isPoll(activity.settings) ? [activity] : [],
  )
  const last = revealed.sort((a, b) => a.closedAt - b.closedAt).at(-1)
  return (state.life === 'closed' && last) || currentActivity(state)
}

/** The next state. Never fails: what could be refused was refused when the fact was decided. */
export function applyFact(before: SessionState, fact: Fact): SessionState {
  const state = applied({ ...before, revision: before.revision + 1 }, fact)
  const about = fact.staff && actOf(fact)
  if (!fact.staff || !about) return state
  const named = [...state.activities, ...before.activities].find(({ id }) => id === about.activity)
  const lastAct = { by: fact.staff, act: about.act, title: named?.title ?? null, revision: state.revision }
  return { ...state, lastAct }
}

function applied(state: SessionState, fact: Fact): SessionState {
  switch (fact.type) {
    case 'activityOpened':
      return {
        ...state,
        current: fact.activity.id,
        activities: replaced(state, fact.activity),
        timerEndsAt: null,
        attention: null,
        times: begun(state.times, fact.activity.id, fact.at),
      }
    case 'activityClosed':
      return {
        ...state,
        activities: replaced(state, fact.activity),
        timerEndsAt: null,
        attention: fact.activity.kind === 'break' ? null : state.attention,
        times: ended(state.times, fact.activity.id, fact.at),
      }
    case 'questionAsked':
      return { ...state, activities: replaced(state, fact.activity), timerEndsAt: fact.endsAt }
    case 'resultRevealed':
      return {
        ...state,
        activities: replaced(state, fact.activity),
        material: applyActivityFact(fact, state.material),
        // Everybody looks at the result: no break lies over it.
        attention: null,
      }
    case 'activityConfigured':
    case 'answerShown':
    case 'causesStaged':
      return { ...state, activities: replaced(state, fact.activity) }
    case 'activityAdded': {
      const removed = state.removed.filter(({ activity }) => activity.id !== fact.activity.id)
      return { ...state, activities: placed(state.activities, fact.activity, fact.after), removed }
    }
    case 'activityMoved': {
      const moved = state.activities.find(({ id }) => id === fact.activity)
      return moved ? { ...state, activities: placed(state.activities, moved, fact.after) } : state
    }
    case 'activityRemoved': {
      const removed = [...state.removed, ...taken(state.activities, fact.activity)]
      return { ...state, activities: state.activities.filter(({ id }) => id !== fact.activity), removed }
    }
    case 'attentionSet':
      return { ...state, attention: fact.attention }
    case 'voteSealed': {
      const { type: _, activity, ...count } = fact
      return changeVote(state, activity, (vote) =>
        vote.phase === 'closed' ? { ...vote, phase: 'sealed', ...count } : vote,
      )
    }
    case 'marksFound':
      return changeVote(state, fact.activity, (vote) =>
        vote.phase === 'sealed' || vote.phase === 'revealed' ? { ...vote, marks: fact.marks } : vote,
      )
    case 'resultShown':
      return changeVote(state, fact.activity, (vote) =>
        vote.phase === 'revealed' ? { ...vote, shown: fact.show } : vote,
      )
    case 'resultFiled':
      return changeVote(state, fact.activity, (vote) => (vote.phase === 'revealed' ? { ...vote, filed: true } : vote))
    case 'timerSet':
      return { ...state, timerEndsAt: fact.endsAt }
    case 'joiningSet':
      return { ...state, joiningOpen: fact.open, ticketsOnly: fact.tickets ?? state.ticketsOnly }
    case 'presentSet':
      return { ...state, present: fact.people }
    case 'paperChanged':
      return changeVote(state, fact.activity, (vote) => ({ ...vote, paper: fact.paper }) as Vote)
    case 'helpAsked': {
      const others = state.help.filter((seat) => seat !== fact.seat)
      return { ...state, help: fact.wanted ? [...others, fact.seat] : others }
    }
    case 'helpCleared':
      return { ...state, help: [], helped: fact.seats }
    case 'helpRestored':
      return { ...state, help: [...new Set([...fact.seats, ...state.help])], helped: [] }
    case 'tableJoined':
    case 'issuesRolledUp':
      return { ...state, material: applyTables(state.material, fact) }
    case 'sessionStarted':
      return { ...state, life: 'running' }
    case 'sessionClosed':
      return { ...state, life: 'closed', timerEndsAt: null, joiningOpen: false, attention: null }
    default:
      return { ...state, material: applyActivityFact(fact, state.material) }
  }
}

type Times = SessionState['times']
/** Opened again, it has been on since it was opened first. */
const begun = (times: Times, id: string, at: number | undefined): Times =>
  at === undefined ? times : { ...times, [id]: { openedAt: times[id]?.openedAt ?? at, closedAt: null } }
const ended = (times: Times, id: string, at: number | undefined): Times => {
  const own = times[id]
  return own && at !== undefined ? { ...times, [id]: { ...own, closedAt: at } } : times
}

const replaced = (state: SessionState, next: Activity): Activity[] =>
  state.activities.map((activity) => (activity.id === next.id ? next : activity))

type Vote = Extract<Activity, { kind: 'vote' }>
const changeVote = (state: SessionState, id: string, change: (vote: Vote) => Vote): SessionState => ({
  ...state,
  activities: state.activities.map((activity) =>
    activity.id === id && activity.kind === 'vote' ? change(activity) : activity,
  ),
})
