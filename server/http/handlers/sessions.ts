import { ok, refuse, type Outcome } from '../../../shared/base/outcome.ts'
import type { Session } from '../../../shared/session/definition.ts'
import { recordOf, type SessionRecord } from '../../../shared/session/record.ts'
import { recordFileName, recordXlsx } from '../../exports/record/index.ts'
import type { Handlers, House } from '../call.ts'

type TicketIds = 'createDoor' | 'createTickets' | 'voidTicket' | 'freeTicket'
type Ids =
  | 'listSessionTemplates'
  | 'saveSessionTemplate'
  | 'editSessionTemplate'
  | 'createSession'
  | 'getSession'
  | 'updateSession'
  | 'openSession'
  | 'reviewSession'
  | 'createLink'
  | TicketIds
  | 'startRehearsal'
  | 'getRecord'
  | 'exportRecordXlsx'

export const sessionHandlers = (house: House): Handlers<Ids> => {
  const { plans, accounts, live, rehearse, publicUrl } = house
  return {
    listSessionTemplates: async () => ok(await plans.sessionTemplates()),

    saveSessionTemplate: (call) => call.once((tx) => plans.in.saveSessionTemplate(tx, call.body.template, call.by.id)),

    editSessionTemplate: (call) => {
      const { id: _, ...edit } = call.body
      return call.once((tx) => plans.in.editSessionTemplate(tx, call.params.id, edit, new Date()))
    },

    createSession: (call) => call.once((tx) => plans.in.createSession(tx, call.params.id, call.body.session)),

    getSession: ({ params }) => plans.session(params.id),

    updateSession: (call) =>
      call.once((tx) => plans.in.updateSession(tx, call.params.id, call.body.version, call.body.session)),

    openSession: (call) => call.onceOutside(() => openLobby(house, call.params.id)),

    reviewSession: (call) => call.once((tx) => plans.in.reviewSession(tx, call.params.id)),

    createLink(call) {
      const token = call.secretFor('link')
      if (!token.ok) return Promise.resolve(token)
      const { role, name = '', table } = call.body
      // Whoever runs a table runs one table.
      if ((role === 'tableFacilitator') !== (table !== undefined)) return Promise.resolve(refuse('malformed'))
      const link = {
        token: token.value,
        sessionId: call.params.id,
        role,
        name,
        by: call.by.id,
        ...(table !== undefined && { table }),
      }
      return call.once(async (tx) => {
        const created = await accounts.in.createLink(tx, link)
        return created.ok ? ok({ url: `${publicUrl}/f/${token.value}` }) : created
      }, true)
    },

    getRecord: ({ params }) => recordOfSession(house, params.id),

    async exportRecordXlsx({ params }) {
      const record = await recordOfSession(house, params.id)
      if (!record.ok) return record
      return ok({
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName: recordFileName(record.value),
        bytes: await recordXlsx(record.value),
      })
    },

    async createDoor(call) {
      const token = call.secretFor('door')
      if (!token.ok) return token
      const { channel, closesAt } = call.body
      return call.onceOutside(async () => {
        const opened = await live.openDoor(call.params.id, token.value, channel, closesAt)
        return opened.ok ? ok({ url: `${publicUrl}/j/${token.value}` }) : opened
      }, true)
    },

    async createTickets(call) {
      const seed = call.secretFor('tickets')
      if (!seed.ok) return seed
      const { n, channel } = call.body
      return call.onceOutside(() => live.createTickets(call.params.id, { n, channel, seed: seed.value }), true)
    },

    voidTicket: (call) => call.onceOutside(() => live.releaseTicket(call.params.id, call.body.ticket, true)),
    freeTicket: (call) => call.onceOutside(() => live.releaseTicket(call.params.id, call.body.ticket, false)),

    startRehearsal: (call) => call.onceOutside(() => rehearse(call.params.id, call.body.participants)),
  }
}

/** As it was kept when the session was closed; until then as it stands now. */
async function recordOfSession({ plans, live }: House, id: string): Promise<Outcome<SessionRecord>> {
  const kept = await plans.record(id)
  if (kept.ok) return kept
  const session = await live.session(id)
  return session ? ok(recordOf(session.state)) : kept
}

/** Opened twice, or cut off in between, it is the same lobby. */
async function openLobby({ plans, live }: House, id: string): Promise<Outcome<Session>> {
  const session = await plans.session(id)
  if (!session.ok) return session
  const { state } = session.value
  if (state === 'lobby' || state === 'running') return session
  if (state !== 'draft') return refuse('session_not_draft')
  const prepared = await plans.liveDefinition(id)
  if (!prepared.ok) return prepared
  const opened = await live.open({ ...prepared.value, rehearsalOf: null })
  if (!opened.ok) return opened
  await plans.markSession(id, 'lobby')
  return plans.session(id)
}
