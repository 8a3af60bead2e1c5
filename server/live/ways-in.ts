import type { ChannelId } from '../../shared/base/channels.ts'
import type { Outcome } from '../../shared/base/outcome.ts'
import type { Doors } from './doors.ts'
import type { LiveSession } from './session.ts'
import type { Tickets } from './tickets.ts'

/** How somebody asks for a seat; `served`: a helper's link has been looked at. */
export interface JoinRequest {
  seat: string
  code?: string | undefined
  token?: string | undefined
  ticket?: string | undefined
  served?: { sessionId: string; channel: ChannelId } | undefined
}

/** Where it leads. `closesAt`: epoch ms, 0 or left out: never. `ticket`: its keyed hash. */
interface WayIn {
  sessionId: string
  channel: ChannelId
  closesAt?: number
  ticket?: string
}

/** From what somebody holds, a code, a token, a ticket or a helper's word, to a seat in its channel. */
export class WaysIn {
  constructor(
    private readonly doors: Doors,
    private readonly tickets: Tickets,
    private readonly now: () => number,
  ) {}

  /** Null when it leads nowhere. */
  async find({ code, token, ticket, served }: JoinRequest): Promise<WayIn | null> {
    if (served) return served
    if (ticket !== undefined) {
      const found = await this.tickets.find(ticket)
      return found && { sessionId: found.session, channel: 'hall', ticket: found.hash }
    }
    if (token === undefined) {
      const sessionId = await this.doors.sessionByCode(code ?? '')
      return sessionId === null ? null : { sessionId, channel: 'hall' }
    }
    const door = await this.doors.byJoinToken(token)
    return door && { sessionId: door.session, channel: door.channel, closesAt: door.closesAt }
  }

  takeSeat(session: LiveSession, seatToken: string, way: WayIn): Promise<Outcome<string>> {
    if (way.ticket !== undefined) return this.doors.useTicket(session, seatToken, way.ticket)
    const isOver = way.closesAt ? way.closesAt <= this.now() : false
    const needsTicket = way.channel === 'hall' && session.state.ticketsOnly
    return this.doors.takeSeat(
      session,
      seatToken,
      way.channel,
      isOver ? 'door_closed' : needsTicket ? 'ticket_needed' : null,
    )
  }
}
