import { refuse, ok, type Outcome } from '../../shared/base/outcome.ts'
import type { Actor } from '../../shared/activities/material.ts'
import { sha256Hex } from '../../shared/base/digest.ts'
import type { ChannelId } from '../../shared/base/channels.ts'
import { LinkRole, type Role } from '../../shared/base/roles.ts'
import { Connect, type LiveRole } from '../../shared/protocol/live.ts'
import { OLDEST_PROTOCOL, PROTOCOL } from '../../shared/protocol/version.ts'
import type { Live, LiveSession } from '../live/index.ts'

/** Who sits behind a socket: known from its secret or its cookie alone, never from what it says later. */
export interface Identity {
  session: LiveSession
  /** for the policy table */
  role: Role
  /** for the view */
  screen: LiveRole
  /** names the sender, so that a command sent twice is known: a seat, an account or a link */
  sender: string
  seat: { id: string; token: string; channel: ChannelId } | null
  /** of somebody who runs the session */
  name: string
  /** of somebody who runs one table */
  table?: number
}

/** What the socket asks of the accounts. */
export interface AccountsDoor {
  accountOf(cookie: string | undefined): Promise<{ id: string; name: string; role: Role } | null>
  linkOf(token: string): Promise<{ sessionId: string; role: LinkRole; name: string; table?: number } | null>
}

/**
 * Who connects, by the CONNECT payload and the request's cookie. Refuses `malformed`, `client_too_old`,
 * `server_too_old`, `seat_unknown`, `link_unknown`, `not_signed_in`, `session_not_found`, `damaged`.
 */
export async function identify(
  payload: unknown,
  cookie: string | undefined,
  live: Live,
  accounts: AccountsDoor,
): Promise<Outcome<Identity>> {
  const version = versionOf(payload)
  if (version !== null && version < OLDEST_PROTOCOL) return refuse('client_too_old')
  if (version !== null && version > PROTOCOL) return refuse('server_too_old')
  const connect = Connect.safeParse(payload)
  if (!connect.success) return refuse('malformed')
  if ('seat' in connect.data) return bySeat(connect.data.seat, live)

  const claim =
    'link' in connect.data ? await byLink(connect.data.link, accounts) : await byCookie(cookie, connect.data, accounts)
  if (!claim.ok) return claim
  const session = await live.session(claim.value.sessionId)
  if (!session) return refuse('session_not_found')
  return session.isDamaged ? refuse('damaged') : ok({ ...claim.value, session, seat: null })
}

function versionOf(payload: unknown): number | null {
  const version = (payload as { v?: unknown } | null | undefined)?.v
  return typeof version === 'number' ? version : null
}

async function bySeat(token: string, live: Live): Promise<Outcome<Identity>> {
  const found = await live.seat(token)
  const session = found && (await live.session(found.sessionId))
  if (!session) return refuse('seat_unknown')
  if (session.isDamaged) return refuse('damaged')
  const seat = { id: found.seat, token, channel: found.channel }
  return ok({ session, role: 'participant', screen: 'phone', sender: seat.id, seat, name: '' })
}

/** What each link shows. Whoever has no screen of their own sees what the hall sees. */
const screenOf: Record<LinkRole, LiveRole> = {
  coFacilitator: 'console',
  projector: 'projector',
  noteTaker: 'notes',
  observer: 'notes',
  helper: 'projector',
  tableFacilitator: 'projector',
}

/** As the session's decisions know who asks: accounts and co-facilitators run it alike. */
export function actorOf({ role, sender, seat, name, table }: Identity): Actor {
  if (seat) return { role: 'participant', seat: seat.id }
  const link = LinkRole.exclude(['coFacilitator']).safeParse(role)
  return { role: link.success ? link.data : 'facilitator', id: sender, name, ...(table !== undefined && { table }) }
}

type Claim = Omit<Identity, 'session' | 'seat'> & { sessionId: string }

async function byLink(token: string, accounts: AccountsDoor): Promise<Outcome<Claim>> {
  const link = await accounts.linkOf(token)
  if (!link) return refuse('link_unknown')
  const { sessionId, role, name, table } = link
  const own = table !== undefined && { table }
  // Hashed: a sender is told to the other consoles, and no letter of a secret goes with it.
  return ok({ sessionId, role, screen: screenOf[role], sender: `link:${sha256Hex(token).slice(0, 12)}`, name, ...own })
}

async function byCookie(
  cookie: string | undefined,
  { session, screen }: { session: string; screen: 'console' | 'projector' },
  accounts: AccountsDoor,
): Promise<Outcome<Claim>> {
  const account = await accounts.accountOf(cookie)
  if (!account) return refuse('not_signed_in')
  // A projector stands unattended in a hall: whoever signed it in, it can do nothing.
  const role = screen === 'projector' ? 'projector' : account.role
  return ok({ sessionId: session, role, screen, sender: `account:${account.id}`, name: account.name })
}
