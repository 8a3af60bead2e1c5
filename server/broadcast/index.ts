import { causesIn } from '../../shared/activities/causes/graph.ts'
import type { BoardStep, Material } from '../../shared/activities/material.ts'
import { difference } from '../../shared/protocol/delta.ts'
import type { LiveRole, Shown, Turnout, Update } from '../../shared/protocol/live.ts'
import type { Fact, SessionState } from '../../shared/session/state.ts'
import { previewOf } from '../../shared/session/preview.ts'
import {
  consoleView,
  notesView,
  phoneView,
  projectorView,
  type Turnout as TurnoutCount,
} from '../../shared/session/views.ts'
import type { Live, LiveSession } from '../live/index.ts'
import type { Log } from '../log.ts'
import { Pulse } from './pulse.ts'

/** How updates leave the house: given by whoever holds the sockets. */
export interface Wire {
  update(session: string, update: Update): void
  turnout(session: string, role: LiveRole, turnout: TurnoutCount): void
  /** tell the screens of one seat, or of one link for notes, what is theirs */
  mine(session: LiveSession, seat: string): void
  /** tell those who run a table what is on it */
  tables(session: LiveSession): void
  damaged(session: LiveSession): void
  /** phones that are connected now, by seat */
  connected(session: string): number
  /** whether any screen of this role is there to be told */
  hasAudience(session: string, role: LiveRole): boolean
}

interface BroadcastParts {
  live: Live
  wire: Wire
  publicUrl: string
  log: Log
  /** epoch ms */
  now(): number
}

/*
 * One view per audience and window, however many facts there were: 300 issues within a second are ten views for the
 * projector, not 300. A projector shows what just happened; a phone's own part comes with the acknowledgement.
 */
const VIEW_WINDOW_MS: Record<LiveRole, number> = { projector: 100, console: 100, notes: 100, phone: 500 }
const TURNOUT_WINDOW_MS: Record<LiveRole, number> = { projector: 250, console: 250, notes: 1000, phone: 1000 }
const TABLES_WINDOW_MS = 250
export const ROLES: readonly LiveRole[] = ['projector', 'console', 'notes', 'phone']

type Pulses = Record<LiveRole, Pulse>

/** Turns facts into updates, coalesced, one encoding per audience. */
export class Broadcast {
  readonly #views = new Map<string, Pulses>()
  readonly #turnouts = new Map<string, Pulses>()
  readonly #tables = new Map<string, Pulse>()
  /** what the screens of a role hold, by session and role: the next update is the change from it */
  readonly #shown = new Map<string, Shown>()
  readonly #parts: BroadcastParts

  constructor(parts: BroadcastParts) {
    this.#parts = parts
    parts.live.listen({
      facts: (session, facts) => this.#onFacts(session, facts),
      counted: (session) => this.countChanged(session),
    })
  }

  /**
   * What the screens of this role are shown now. A newcomer gets the same as those who are there, so that the next
   * update fits for all; the state may be ahead of it by one window.
   */
  shownTo(role: LiveRole, session: LiveSession): Shown {
    const name = `${session.id} ${role}`
    const shown = this.#shown.get(name) ?? this.#viewFor(role, session)
    this.#shown.set(name, shown)
    return { ...shown, now: this.#parts.now() }
  }

  #viewFor(role: LiveRole, { state }: LiveSession): Shown {
    const stamp = { revision: state.revision, now: this.#parts.now() }
    switch (role) {
      case 'phone':
        return { ...stamp, role, view: phoneView(state) }
      case 'projector':
        return { ...stamp, role, view: projectorView(state, this.#parts.publicUrl) }
      case 'console':
        return { ...stamp, role, view: consoleView(state, this.#parts.publicUrl) }
      case 'notes':
        return { ...stamp, role, view: notesView(state) }
      default:
        return role satisfies never
    }
  }

  /** What projector and phones will show once this entry is opened; refuses what `previewOf` refuses. */
  preview(session: LiveSession, activity: string): ReturnType<typeof previewOf> {
    return previewOf(session.state, activity, { publicUrl: this.#parts.publicUrl, at: this.#parts.now() })
  }

  async turnoutOf(session: LiveSession): Promise<Turnout> {
    const { joined, voted } = await this.#parts.live.counts(session)
    return { joined, voted, connected: this.#parts.wire.connected(session.id), help: session.state.help.length }
  }

  /** Somebody joined, voted, came or went. */
  countChanged(session: LiveSession): void {
    const pulses = this.#pulses(this.#turnouts, session, TURNOUT_WINDOW_MS, async (role) => {
      if (!this.#parts.wire.hasAudience(session.id, role)) return
      this.#parts.wire.turnout(session.id, role, await this.turnoutOf(session))
    })
    for (const role of ROLES) pulses[role].ask()
  }

  /** Nobody is there any more: what was kept for this session goes, and comes again with the next screen. */
  forget(session: string): void {
    this.#views.delete(session)
    this.#turnouts.delete(session)
    this.#tables.delete(session)
    for (const role of ROLES) this.#shown.delete(`${session} ${role}`)
  }

  #onFacts(session: LiveSession, facts: readonly Fact[]): void {
    if (session.isDamaged) return this.#parts.wire.damaged(session)
    const pulses = this.#pulses(this.#views, session, VIEW_WINDOW_MS, (role) => this.#show(role, session))
    for (const role of ROLES) pulses[role].ask()
    this.#tablesOf(session).ask()
    for (const seat of seatsConcerned(facts, session.state)) this.#parts.wire.mine(session, seat)
    if (facts.some(({ type }) => type === 'activityOpened' || type === 'voteSealed' || type.startsWith('help'))) {
      this.countChanged(session)
    }
  }

  #tablesOf(session: LiveSession): Pulse {
    const pulse =
      this.#tables.get(session.id) ??
      new Pulse(
        TABLES_WINDOW_MS,
        () => this.#parts.wire.tables(session),
        (error) => this.#parts.log.warn({ session: session.id, reason: String(error) }, 'the tables were not told'),
      )
    this.#tables.set(session.id, pulse)
    return pulse
  }

  /** Send a role what has changed for it; nothing when nothing has. */
  #show(role: LiveRole, session: LiveSession): void {
    const name = `${session.id} ${role}`
    const before = this.#shown.get(name)
    if (!before || !this.#parts.wire.hasAudience(session.id, role)) return void this.#shown.delete(name)
    const next = this.#viewFor(role, session)
    const delta = difference(before.view, next.view)
    if (delta === null) return
    this.#shown.set(name, next)
    const { revision, now } = next
    this.#parts.wire.update(session.id, { role, revision, now, base: before.revision, delta })
  }

  #pulses(
    kept: Map<string, Pulses>,
    session: LiveSession,
    windows: Record<LiveRole, number>,
    beat: (role: LiveRole) => Promise<void> | void,
  ): Pulses {
    const before = kept.get(session.id)
    if (before) return before
    const pulse = (role: LiveRole) =>
      new Pulse(
        windows[role],
        () => beat(role),
        (error) => this.#parts.log.warn({ session: session.id, role, reason: String(error) }, 'an update was not sent'),
      )
    const pulses: Pulses = {
      projector: pulse('projector'),
      console: pulse('console'),
      notes: pulse('notes'),
      phone: pulse('phone'),
    }
    kept.set(session.id, pulses)
    return pulses
  }
}

/** Seats, and links for notes, whose own part these facts change. */
function seatsConcerned(facts: readonly Fact[], { material }: SessionState): Set<string> {
  const seats = new Set<string>()
  const author = (id: string) => {
    const seat = (material.issues[id] ?? causesIn(material)[id])?.author
    if (seat) seats.add(seat)
  }
  for (const fact of facts) {
    switch (fact.type) {
      case 'issueSubmitted':
        author(fact.issue.id)
        break
      case 'issueRevised':
      case 'issueWithdrawn':
        author(fact.issue)
        break
      case 'causeAdded':
        author(fact.cause.id)
        break
      case 'causeRevised':
      case 'causeWithdrawn':
        author(fact.cause)
        break
      case 'causesArranged':
      case 'causeStepUndone':
        for (const { cause } of fact.step.changes) author(cause)
        break
      case 'issueSupported':
      case 'supportWithdrawn':
        seats.add(fact.seat)
        break
      case 'issuesModerated':
        for (const { issue } of fact.entries) author(issue)
        break
      case 'boardChanged':
      case 'boardStepUndone':
        for (const issue of issuesConcerned(fact.step, material)) author(issue)
        break
      case 'responseSubmitted':
        if (fact.response.author !== null) seats.add(fact.response.author)
        break
      case 'responseRevised':
      case 'responseWithdrawn':
      case 'responseHidden': {
        const seat = material.responses?.[fact.id]?.author
        if (seat) seats.add(seat)
        break
      }
      case 'noteTaken':
        if (fact.note.author !== null) seats.add(fact.note.author)
        break
      case 'noteRevised':
      case 'noteRemoved':
      case 'noteRestored': {
        const seat = material.notes[fact.note]?.author
        if (seat) seats.add(seat)
        break
      }
      case 'privateNoteWritten':
      case 'privateNoteRemoved':
        seats.add(fact.by)
        break
      case 'issueChecked':
      case 'helpAsked':
      case 'tableJoined':
        seats.add(fact.seat)
        break
      case 'helpCleared':
      case 'helpRestored':
        for (const seat of fact.seats) seats.add(seat)
        break
      default:
    }
  }
  return seats
}

/** Issues whose authors are shown something else after this step: also what lies under them, or in a group renamed. */
function issuesConcerned({ changes, groups }: BoardStep, material: Material): string[] {
  const changed = new Set(changes.map(({ issue }) => issue))
  const titles = new Map(groups?.before.map(({ id, title }) => [id, title]))
  const renamed = new Set(groups?.after.flatMap(({ id, title }) => (titles.get(id) === title ? [] : [id])))
  const others = Object.values(material.issues).filter(({ placement: { mergedInto, group } }) => {
    const topGroup = mergedInto === null ? group : material.issues[mergedInto]?.placement.group
    return (mergedInto !== null && changed.has(mergedInto)) || (topGroup && renamed.has(topGroup))
  })
  return [...changed, ...others.map(({ id }) => id)]
}
