import { refuse, type Outcome } from '../../../shared/base/outcome.ts'
import type { ServedChannel } from '../../../shared/base/channels.ts'
import { readTicket } from '../../../shared/base/tickets.ts'
import type { AnswerOf } from '../../../shared/protocol/http.ts'
import type { Handlers, House } from '../call.ts'

export const joinHandlers = (house: House): Handlers<'join'> => ({
  async join({ body: { seat, code, token, ticket, link, channel }, address }) {
    const { live, limits, admission } = house
    if (!(await admission.enter(address))) return refuse('busy')
    if (link !== undefined) return joinServed(house, seat, link, channel ?? 'helper')
    if (token !== undefined) return live.join({ seat, token })
    if (ticket !== undefined) return joinByTicket(house, seat, ticket, address)
    if (code === undefined) return refuse('malformed')
    if (!(await limits.mayTryCode(address))) return refuse('code_limited')
    const joined = await live.join({ seat, code })
    if (!joined.ok && joined.refusal === 'code_unknown') await limits.codeWasWrong(address)
    return joined
  },
})

type Joined = Outcome<AnswerOf<'join'>>

/** A seat for somebody in the hall, taken by whoever has a helper's link. */
async function joinServed(
  { live, accounts }: House,
  seat: string,
  link: string,
  channel: ServedChannel,
): Promise<Joined> {
  const helper = await accounts.linkOf(link)
  if (helper?.role !== 'helper') return refuse(helper ? 'forbidden' : 'link_unknown')
  return live.join({ seat, served: { sessionId: helper.sessionId, channel } })
}

/** A letter mistyped shows by the check letter and is no guess: a hall is one address, and many have trouble typing. */
async function joinByTicket({ live, limits }: House, seat: string, ticket: string, address: string): Promise<Joined> {
  if (readTicket(ticket) === null) return refuse('ticket_unknown')
  if (!(await limits.mayTryTicket(address))) return refuse('rate_limited')
  const joined = await live.join({ seat, ticket })
  if (!joined.ok && joined.refusal === 'ticket_unknown') await limits.ticketWasWrong(address)
  return joined
}
