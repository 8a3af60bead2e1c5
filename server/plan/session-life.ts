import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { Session, SessionLife } from '../../shared/session/definition.ts'
import type { LiveDefinition } from '../../shared/session/state.ts'
import type { Db, Tx } from '../db/schema.ts'
import { fieldsOf } from './plans.ts'
import { getSession } from './sessions.ts'

/** What a live session is made of, as far as the plan knows it. */
export type PreparedSession = Omit<LiveDefinition, 'rehearsalOf' | 'code' | 'joinToken'>

const order: readonly SessionLife[] = ['draft', 'lobby', 'running', 'closed', 'reviewed']

/** What the live room needs to open this session, or a rehearsal of it, in any state. Refuses `session_not_found`. */
export async function liveDefinition(db: Db, sessionId: string): Promise<Outcome<PreparedSession>> {
  const session = await getSession(db, sessionId)
  if (!session.ok) return session
  const { planId, planTitle, title, heldAt, place, agenda, attendance, profile, tables } = session.value
  const fields = await fieldsOf(db, planId)
  const expected = attendance.reduce((sum, { people }) => sum + people, 0)
  return ok({
    sessionId,
    planId,
    planTitle,
    title,
    heldAt,
    place,
    fields,
    agenda,
    expected,
    ...(profile && { profile }),
    ...(tables && { tables }),
  })
}

/** Move a session on; it never moves back, and moving it to where it is or has been changes nothing. */
export async function markSession(db: Db, sessionId: string, state: SessionLife): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ state })
    .where('id', '=', sessionId)
    .where('state', 'in', ['draft', ...order.slice(0, order.indexOf(state))])
    .where('state', '<>', state)
    .execute()
}

/** A closed session has been looked through. Refuses `session_not_found`, `session_not_closed`. */
export async function reviewSession(tx: Tx, sessionId: string): Promise<Outcome<Session>> {
  const session = await getSession(tx, sessionId)
  if (!session.ok) return session
  const { state } = session.value
  if (state !== 'closed' && state !== 'reviewed') return refuse('session_not_closed')
  await markSession(tx, sessionId, 'reviewed')
  return getSession(tx, sessionId)
}
