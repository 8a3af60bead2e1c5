import { activityKinds, applyActivityFact, closeActivity, decideActivity, type Activity } from '../activities/index.ts'
import { isKept } from '../activities/collect/decide.ts'
import type { Context } from '../activities/material.ts'
import { decidePaper } from '../activities/vote/paper.ts'
import { ok, refuse, type Outcome } from '../base/outcome.ts'
import type { DecidedCommand } from './commands.ts'
import { addActivity, moveActivity, openingFacts, removeActivity, repeatVote, restoreActivity } from './run-of-show.ts'
import { actOf } from './acts.ts'
import { joinTable, rollUp, staysAtTable } from './tables.ts'
import type { Attention, Fact, FactBody, SessionState } from './state.ts'

const MINUTE_MS = 60_000

/**
 * What follows from a command in this state: facts, perhaps none, or a refusal. Pure: time, and whether there is room
 * for a vote, come in by the context. Whether this role may give this command at all is asked before.
 */
export function decide(state: SessionState, command: DecidedCommand, context: Context): Outcome<Fact[]> {
  const { actor, at } = context
  const decided = decideBare(state, command, context)
  if (!decided.ok || actor.role === 'participant') return decided
  const { id, name } = actor
  const staff = { id, name }
  return ok(decided.value.map((fact) => (actOf(fact) ? { ...fact, staff, at } : fact)))
}

function decideBare(state: SessionState, command: DecidedCommand, context: Context): Outcome<FactBody[]> {
  if (state.life === 'closed') return refuse('session_not_live')
  if (!staysAtTable(state.material, context.actor, command)) return refuse('not_your_table')
  switch (command.type) {
    case 'openActivity':
      return open(state, command.activity, context)
    case 'closeActivity':
      return close(state, command.activity, context)
    case 'configureActivity':
      return configure(state, command)
    case 'addActivity':
      return addActivity(state, command)
    case 'moveActivity':
      return moveActivity(state, command)
    case 'removeActivity':
      return removeActivity(state, command)
    case 'restoreActivity':
      return restoreActivity(state, command)
    case 'repeatVote':
      return repeatVote(state, command)
    case 'setAttention':
      return setAttention(state, command.to, command.minutes, context.at)
    case 'setTimer':
      return ok([{ type: 'timerSet', endsAt: command.seconds === null ? null : context.at + command.seconds * 1000 }])
    case 'setJoining':
      return setJoining(state, command)
    case 'setPresent':
      return ok(command.people === state.present ? [] : [{ type: 'presentSet', people: command.people }])
    case 'enterTally':
    case 'voidTally':
    case 'restoreTally':
    case 'finishPaper': {
      const activity = state.activities.find(({ id }) => id === command.activity)
      return decidePaper(command, activity?.kind === 'vote' ? activity : undefined, context)
    }
    case 'askForHelp': {
      if (context.actor.role !== 'participant') return refuse('forbidden')
      const { seat } = context.actor
      return ok(
        state.help.includes(seat) === command.wanted ? [] : [{ type: 'helpAsked', seat, wanted: command.wanted }],
      )
    }
    case 'clearHelp':
      return ok(state.help.length === 0 ? [] : [{ type: 'helpCleared', seats: state.help }])
    case 'joinTable':
      return joinTable(state, command.table, context.actor)
    case 'rollUp':
      return rollUp(state, command.issues, command.up)
    case 'restoreHelp':
      return ok(state.helped.length === 0 ? [] : [{ type: 'helpRestored', seats: state.helped }])
    case 'closeSession':
      return closeSession(state, context)
    default:
      return decideActivity(command, state.activities, state.material, context)
  }
}

function setJoining(
  { joiningOpen, ticketsOnly }: SessionState,
  { open, tickets = ticketsOnly }: { open: boolean; tickets?: boolean | undefined },
): Outcome<Fact[]> {
  return ok(open === joiningOpen && tickets === ticketsOnly ? [] : [{ type: 'joiningSet', open, tickets }])
}

const isOpen = (activity: Activity): boolean => activity.phase === 'open'

function open(state: SessionState, id: string, { mayOpenVote, at }: Context): Outcome<FactBody[]> {
  const activity = state.activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse('activity_not_found')
  if (isOpen(activity)) return ok([])
  if (state.activities.some(isOpen)) return refuse('another_activity_open')
  if (activity.kind === 'vote' && !mayOpenVote) return refuse('disk_low')
  // Whoever goes on without the reveal has had it: nothing that was written is lost to what comes next.
  const reveals = state.activities
    .filter((other) => other.kind === 'collect' && other.phase === 'closed' && other !== activity)
    .flatMap((other) => (other.kind === 'collect' && isKept(other, state.material) ? [other.id] : []))
    .map((id): FactBody & { type: 'issuesRevealed' } => ({ type: 'issuesRevealed', activity: id }))
  const material = reveals.reduce((all, fact) => applyActivityFact(fact, all), state.material)
  const opened = openingFacts(activity, { ...state, material }, at)
  if (!opened.ok) return opened
  const started: FactBody[] = state.life === 'lobby' ? [{ type: 'sessionStarted' }] : []
  return ok([...started, ...reveals, ...opened.value])
}

function close(state: SessionState, id: string, context: Context): Outcome<FactBody[]> {
  const activity = state.activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse('activity_not_found')
  if (!isOpen(activity)) return activity.phase === 'prepared' ? refuse('activity_not_open') : ok([])
  // However the clock jumps, one vote is closed after the other: results are chained and filed in that order.
  const before = Math.max(0, ...state.activities.map((other) => ('closedAt' in other ? other.closedAt : 0)))
  const closed = closeActivity(activity, { ...context, at: Math.max(context.at, before + 1) })
  return closed.ok ? ok([{ type: 'activityClosed', activity: closed.value }]) : closed
}

function setAttention(
  { attention }: SessionState,
  to: Attention['to'] | null,
  minutes: number | undefined,
  at: number,
): Outcome<FactBody[]> {
  if (to === null) return ok(attention === null ? [] : [{ type: 'attentionSet', attention: null }])
  const next = { to, endsAt: to === 'break' && minutes ? at + minutes * MINUTE_MS : null }
  const isSame = attention?.to === to && attention.endsAt === next.endsAt
  return ok(isSame ? [] : [{ type: 'attentionSet', attention: next }])
}

function configure(
  state: SessionState,
  { activity: id, title, settings, minutes }: Extract<DecidedCommand, { type: 'configureActivity' }>,
): Outcome<FactBody[]> {
  const activity = state.activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse('activity_not_found')
  if (activity.phase !== 'prepared') return refuse('activity_not_prepared')
  const kind = activityKinds[activity.kind]
  if (!kind.settings.safeParse(settings).success) return refuse('malformed')
  const round = activity.roundOf !== undefined && { roundOf: activity.roundOf }
  const next = kind.begin({ id: activity.id, minutes: minutes ?? activity.minutes, title, ...round }, settings)
  return ok([{ type: 'activityConfigured', activity: next }])
}

/**
 * Closing the session closes what is open; only a vote must have gone its whole way, to the reveal, before. A rehearsal
 * can be ended at any moment: nothing of it is kept.
 */
function closeSession(state: SessionState, context: Context): Outcome<FactBody[]> {
  const underWay = state.activities.some(
    (activity) => activity.kind === 'vote' && activity.phase !== 'prepared' && activity.phase !== 'revealed',
  )
  if (underWay && state.definition.rehearsalOf === null) return refuse('vote_not_revealed')
  const current = state.activities.find(isOpen)
  const closing = current ? close(state, current.id, context) : ok<FactBody[]>([])
  return closing.ok ? ok([...closing.value, { type: 'sessionClosed' }]) : closing
}
