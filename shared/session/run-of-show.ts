import { beginAsking } from '../activities/discuss/decide.ts'
import { activityKinds, openActivity, type Activity } from '../activities/index.ts'
import { nextRound } from '../activities/vote/rounds.ts'
import { limits } from '../base/limits.ts'
import { ok, refuse, type Outcome } from '../base/outcome.ts'
import type { ShowCommand } from './show-commands.ts'
import type { FactBody, Removed, SessionState } from './state.ts'

type Command<Type extends ShowCommand['type']> = Extract<ShowCommand, { type: Type }>

const MINUTE_MS = 60_000

/** What opening an entry comes to. A break lies over phones and projector for as long as it is planned. */
export function openingFacts(
  activity: Activity,
  { activities, material }: SessionState,
  at: number,
): Outcome<FactBody[]> {
  const opened = openActivity(activity, material, activities)
  if (!opened.ok) return opened
  const facts: FactBody[] = [{ type: 'activityOpened', activity: opened.value }]
  if (opened.value.kind === 'discuss') return ok([...facts, beginAsking(opened.value, at)])
  const endsAt = at + activity.minutes * MINUTE_MS
  return ok(
    activity.kind === 'break' ? [...facts, { type: 'attentionSet', attention: { to: 'break', endsAt } }] : facts,
  )
}

/** One more entry. Its id is one that no entry of this session has ever had. */
export function addActivity(state: SessionState, { after, item }: Command<'addActivity'>): Outcome<FactBody[]> {
  const kind = activityKinds[item.kind]
  const { title, minutes } = item
  if (!kind.settings.safeParse(item.settings).success) return refuse('malformed')
  return added(state, kind.begin({ id: nextId(state), title, minutes }, item.settings), after)
}

function added(state: SessionState, activity: Activity, after: string | null): Outcome<FactBody[]> {
  if (after !== null && !isThere(state, after)) return refuse('activity_not_found')
  if (state.activities.length >= limits.activitiesPerSession) {
    return refuse('too_many_activities', { max: limits.activitiesPerSession })
  }
  return ok([{ type: 'activityAdded', activity, after }])
}

export function moveActivity(
  state: SessionState,
  { activity: id, after }: Command<'moveActivity'>,
): Outcome<FactBody[]> {
  const index = state.activities.findIndex((one) => one.id === id)
  const activity = state.activities[index]
  if (!activity || (after !== null && !isThere(state, after))) return refuse('activity_not_found')
  if (activity.phase !== 'prepared') return refuse('activity_not_prepared')
  const before = state.activities[index - 1]?.id ?? null
  return ok(after === before || after === id ? [] : [{ type: 'activityMoved', activity: id, after }])
}

export function removeActivity(state: SessionState, { activity: id }: Command<'removeActivity'>): Outcome<FactBody[]> {
  if (state.removed.some(({ activity }) => activity.id === id)) return ok([])
  const activity = state.activities.find((one) => one.id === id)
  if (!activity) return refuse('activity_not_found')
  return activity.phase === 'prepared'
    ? ok([{ type: 'activityRemoved', activity: id }])
    : refuse('activity_not_prepared')
}

export function restoreActivity(
  state: SessionState,
  { activity: id }: Command<'restoreActivity'>,
): Outcome<FactBody[]> {
  if (isThere(state, id)) return ok([])
  const removed = state.removed.find(({ activity }) => activity.id === id)
  if (!removed) return refuse('activity_not_found')
  const after = removed.after !== null && !isThere(state, removed.after) ? state.current : removed.after
  return added(state, removed.activity, after)
}

/**
 * A new round of a vote that is closed, as the next step: same rule, same subject. `only` narrows it to some of the
 * earlier candidates. A panel's next round goes on from the figures of the one before (`after`).
 */
export function repeatVote(state: SessionState, command: Command<'repeatVote'>): Outcome<FactBody[]> {
  const { activity: id, title, only, topK } = command
  const earlier = state.activities.find((one) => one.id === id)
  if (earlier?.kind !== 'vote') return refuse('activity_not_found')
  if (earlier.phase === 'prepared' || earlier.phase === 'open') return refuse('vote_not_closed')
  const ids = earlier.candidates.map((candidate) => candidate.id)
  if (only?.some((one) => !ids.includes(one))) return refuse('unknown_candidate')
  const settings = {
    ...earlier.settings,
    subject: subjectOf(earlier, only ?? ids),
    ...(topK !== undefined && { topK }),
    ...nextRound(earlier),
  }
  const frame = { id: nextId(state), title, minutes: earlier.minutes, roundOf: id }
  const place = Math.max(indexOf(state, id), indexOf(state, state.current))
  return added(state, activityKinds.vote.begin(frame, settings), state.activities[place]?.id ?? id)
}

type Closed = Exclude<Extract<Activity, { kind: 'vote' }>, { phase: 'prepared' }>

/** What the round is about; answers that were written beforehand are named anew, in their order. */
function subjectOf({ settings: { subject }, candidates }: Closed, ids: readonly string[]) {
  switch (subject?.of) {
    case undefined:
    case 'issues':
      return { of: 'issues' as const, only: [...ids] }
    case 'causes':
    case 'groups':
      return { ...subject, only: [...ids] }
    case 'options':
      return { ...subject, options: candidates.flatMap(({ id, title }) => (ids.includes(id) ? [title] : [])) }
    default:
      return subject satisfies never
  }
}

const indexOf = (state: SessionState, id: string | null): number => state.activities.findIndex((one) => one.id === id)
const isThere = (state: SessionState, id: string): boolean => indexOf(state, id) >= 0

function nextId({ activities, removed }: SessionState): string {
  const taken = [...activities, ...removed.map(({ activity }) => activity)].map(({ id }) => Number(id.slice(1)))
  return `a${Math.max(0, ...taken) + 1}`
}

/** With the entry behind `after`; at the end when that one is gone. */
export function placed(activities: readonly Activity[], activity: Activity, after: string | null): Activity[] {
  const others = activities.filter(({ id }) => id !== activity.id)
  const index = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1 || others.length
  return [...others.slice(0, index), activity, ...others.slice(index)]
}

/** The entry as it is kept while it is out of the running order. */
export function taken(activities: readonly Activity[], id: string): Removed[] {
  const index = activities.findIndex((one) => one.id === id)
  const activity = activities[index]
  return activity ? [{ activity, after: activities[index - 1]?.id ?? null }] : []
}
