import { z } from 'zod'
import { DoorChannel } from '../../base/channels.ts'
import { ActivityId, EpochMs, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { LinkRole } from '../../base/roles.ts'
import { Session, SessionDraft } from '../../session/definition.ts'
import { SessionRecord } from '../../session/record.ts'
import { TableNumber } from '../../session/tables.ts'
import { Name, Nothing, XLSX, byId, command } from './operation.ts'
import type { Operation } from './operation.ts'

const TicketChannel = DoorChannel.or(z.literal('hall'))

/** Sessions: prepared, opened, entered by links, doors and tickets, printed for, and kept. */
export const sessionOperations = {
  createSession: {
    method: 'post',
    path: '/plans/:id/sessions',
    summary: 'A new session in a stage of the plan.',
    params: byId,
    body: z.strictObject({ ...command, session: SessionDraft }),
    answer: Session,
  },
  getSession: { method: 'get', path: '/sessions/:id', summary: 'One session.', params: byId, answer: Session },
  updateSession: {
    method: 'put',
    path: '/sessions/:id',
    summary: 'Change a session while it is a draft. `version` is the one that was read.',
    params: byId,
    body: z.strictObject({ ...command, version: z.int().min(1), session: SessionDraft }),
    answer: Session,
  },
  openSession: {
    method: 'post',
    path: '/sessions/:id/open',
    summary: 'Open the lobby: from now on people can join.',
    params: byId,
    body: z.strictObject(command),
    answer: Session,
  },
  reviewSession: {
    method: 'post',
    path: '/sessions/:id/review',
    summary: 'Say that a closed session has been reviewed.',
    params: byId,
    body: z.strictObject(command),
    answer: Session,
  },
  getRecord: {
    method: 'get',
    path: '/sessions/:id/record',
    summary:
      'What was done, written and said in a session, and what was made of it: as it stands while it runs, and as it was kept when it was closed.',
    params: byId,
    answer: SessionRecord,
  },
  exportRecordXlsx: {
    method: 'get',
    path: '/sessions/:id/record.xlsx',
    summary: 'The same as a spreadsheet: issues, transcript, codebook, quotes by theme.',
    params: byId,
    answer: XLSX,
  },
  createLink: {
    method: 'post',
    path: '/sessions/:id/links',
    summary:
      'A link that opens this session without an account, as what its role says, until the session is closed. `name` is shown to the others who run it. For a table facilitator, and only for one, with the `table`.',
    params: byId,
    body: z.strictObject({ ...command, role: LinkRole, name: Name.optional(), table: TableNumber.optional() }),
    answer: z.strictObject({ url: z.string() }),
  },
  createDoor: {
    method: 'post',
    path: '/sessions/:id/doors',
    summary:
      'A link by which many people take seats of this channel, while the session is live; from `closesAt` (ms since 1970) on nobody new gets one. Their votes count in that channel.',
    params: byId,
    body: z.strictObject({ ...command, channel: DoorChannel, closesAt: EpochMs.nullable() }),
    answer: z.strictObject({ url: z.string() }),
  },
  createTickets: {
    method: 'post',
    path: '/sessions/:id/tickets',
    summary:
      'Tickets of a live session: each gives one seat, once. The codes are told here and never again; only their keyed hashes are kept.',
    params: byId,
    body: z.strictObject({ ...command, n: z.int().min(1).max(limits.tickets), channel: TicketChannel.default('hall') }),
    answer: z.strictObject({ tickets: z.array(z.string()) }),
  },
  printTickets: {
    method: 'post',
    path: '/sessions/:id/tickets.pdf',
    summary: 'The same as cards to print, eight to a page, each with its code and a QR code that leads to it.',
    params: byId,
    body: z.strictObject({ ...command, n: z.int().min(1).max(limits.tickets), channel: TicketChannel.default('hall') }),
    answer: 'application/pdf',
  },
  printBallots: {
    method: 'get',
    path: '/sessions/:id/votes/:activity/ballots.pdf',
    summary: 'Ballot papers of a vote of a live session, before it opens or after. They have no number.',
    params: z.strictObject({ id: Uuid, activity: ActivityId }),
    query: z.strictObject({
      copies: z
        .string()
        .regex(/^[1-9][0-9]{0,2}$/)
        .optional(),
    }),
    answer: 'application/pdf',
  },
  printTally: {
    method: 'get',
    path: '/sessions/:id/votes/:activity/tally.pdf',
    summary: 'The sheet on which two people count the ballot papers.',
    params: z.strictObject({ id: Uuid, activity: ActivityId }),
    answer: 'application/pdf',
  },
  voidTicket: {
    method: 'post',
    path: '/sessions/:id/tickets/void',
    summary:
      'Make a ticket worthless, for a slip that was handed in. The seat that it gave is gone with it; while a vote is open, a ticket that was used stays.',
    params: byId,
    body: z.strictObject({ ...command, ticket: z.string().max(40) }),
    answer: Nothing,
  },
  freeTicket: {
    method: 'post',
    path: '/sessions/:id/tickets/free',
    summary:
      'Let a ticket be used anew, for somebody whose phone is gone, or after it was made worthless by mistake. The seat that it gave is gone; while a vote is open, a ticket that was used stays.',
    params: byId,
    body: z.strictObject({ ...command, ticket: z.string().max(40) }),
    answer: Nothing,
  },
  startRehearsal: {
    method: 'post',
    path: '/sessions/:id/rehearsals',
    summary:
      'Rehearse this session with simulated residents, in a copy that is kept nowhere. Named by a rehearsal, more of them join it.',
    params: byId,
    body: z.strictObject({ ...command, participants: z.int().min(1).max(limits.simulatedResidents) }),
    answer: z.strictObject({ sessionId: Uuid }),
  },
} as const satisfies Record<string, Operation>
