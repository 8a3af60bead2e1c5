import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { LinkRole } from '../../shared/base/roles.ts'
import type { Db, Tx } from '../db/schema.ts'
import { hashOf } from './secrets.ts'

export interface SessionLink {
  sessionId: string
  role: LinkRole
  /** of whoever it is for, as the others see it; empty when nobody said */
  name: string
  /** of whoever runs one table */
  table?: number
}

const LIVING = ['draft', 'lobby', 'running'] as const

/** Keep a link under its token; again with the same token changes nothing. Refuses `session_not_found`, `session_not_live` (it is over). */
export async function createLink(
  tx: Tx,
  { token, sessionId, role, name, table, by }: SessionLink & { token: string; by: string },
  at: Date,
): Promise<Outcome<null>> {
  const session = await tx.selectFrom('sessions').select('state').where('id', '=', sessionId).executeTakeFirst()
  if (!session) return refuse('session_not_found')
  if (!LIVING.some((state) => state === session.state)) return refuse('session_not_live')
  await tx
    .insertInto('session_links')
    .values({
      token_hash: hashOf(token),
      session_id: sessionId,
      role,
      name,
      table_number: table ?? null,
      created_by: by,
      created_at: at,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return ok(null)
}

/** The session that a link opens, and as what; null when there is none or its session is over. */
export async function linkByToken(db: Db, token: string): Promise<SessionLink | null> {
  const row = await db
    .selectFrom('session_links')
    .innerJoin('sessions', 'sessions.id', 'session_links.session_id')
    .select(['session_links.session_id', 'role', 'name', 'table_number'])
    .where('token_hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where('sessions.state', 'in', LIVING)
    .executeTakeFirst()
  if (!row) return null
  const { session_id: sessionId, role, name, table_number: table } = row
  return { sessionId, role, name, ...(table !== null && { table }) }
}
