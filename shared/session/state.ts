import { applyActivityFact, beginActivity, type Activity, type ActivityFact } from '../activities/index.ts'
import { noCoding } from '../activities/coding/code.ts'
import type { Material } from '../activities/material.ts'
import type { SealedCount } from '../activities/vote/index.ts'
import type { PaperFact } from '../activities/vote/paper.ts'
import type { Profile } from '../base/profile.ts'
import { isPoll } from '../activities/vote/poll.ts'
import type { Field } from '../plan/plan.ts'
import type { AgendaItem } from '../activities/index.ts'

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

/** What happened in a session. The state is the fold of its facts, in order. */
export type Fact =
  | ActivityFact
  | { type: 'activityOpened' | 'activityClosed' | 'activityConfigured'; activity: Activity }
  | ({ type: 'voteSealed'; activity: string } & SealedCount)
  | { type: 'resultFiled'; activity: string }
  | { type: 'timerSet'; endsAt: number | null }
  /** `tickets` is left out in facts from before there were any */
  | { type: 'joiningSet'; open: boolean; tickets?: boolean | undefined }
  | { type: 'presentSet'; people: number | null }
  | PaperFact
  | { type: 'helpAsked'; seat: string; wanted: boolean }
  | { type: 'helpCleared'; seats: readonly string[] }
  | { type: 'sessionStarted' }
  | { type: 'sessionClosed' }

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
    undo: [],
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
  const state = { ...before, revision: before.revision + 1 }
  switch (fact.type) {
    case 'activityOpened':
      return { ...state, current: fact.activity.id, activities: replaced(state, fact.activity), timerEndsAt: null }
    case 'activityClosed':
      return { ...state, activities: replaced(state, fact.activity), timerEndsAt: null }
    case 'questionAsked':
      return { ...state, activities: replaced(state, fact.activity), timerEndsAt: fact.endsAt }
    case 'activityConfigured':
    case 'answerShown':
      return { ...state, activities: replaced(state, fact.activity) }
    case 'resultRevealed': {
      const material = applyActivityFact(fact, state.material)
      return { ...state, activities: replaced(state, fact.activity), material }
    }
    case 'voteSealed': {
      const { type: _, activity, ...count } = fact
      return changeVote(state, activity, (vote) =>
        vote.phase === 'closed' ? { ...vote, phase: 'sealed', ...count } : vote,
      )
    }
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
      return { ...state, help: [] }
    case 'sessionStarted':
      return { ...state, life: 'running' }
    case 'sessionClosed':
      return { ...state, life: 'closed', timerEndsAt: null, joiningOpen: false }
    default:
      return { ...state, material: applyActivityFact(fact, state.material) }
  }
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
