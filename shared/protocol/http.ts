import { z } from 'zod'
import { DoorChannel, ServedChannel } from '../base/channels.ts'
import { ActivityId, CommandId, Digest, EpochMs, SeatId, Token, Uuid } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { refusalCodes } from '../base/refusals.ts'
import { AccountRole, LinkRole } from '../base/roles.ts'
import { Plan, PlanDraft, PlanSummary } from '../plan/plan.ts'
import { PriorityTask, PriorityTaskDetail, TaskDecision, TaskEdit, TaskStatus } from '../plan/priority-task.ts'
import { PlanTemplate } from '../plan/template.ts'
import { ResultSummary } from '../results/honest.ts'
import { PlanResult, SealedResult } from '../results/seal.ts'
import { SessionTemplate, SessionTemplateDraft, SessionTemplateEdit } from '../session/session-template.ts'
import { Session, SessionDraft } from '../session/definition.ts'
import { TableNumber } from '../session/tables.ts'
import { SessionRecord } from '../session/record.ts'

export const API = '/api/v1'

const Email = z.email().max(200).toLowerCase()
const Password = z.string().min(10).max(200)
const Name = z.string().trim().min(1).max(60)
/** The client's id of this command: the same id again gets the same answer and counts once. */
const command = { id: CommandId }

export const Account = z.strictObject({ id: Uuid, email: z.string(), name: z.string(), role: AccountRole })
export type Account = z.infer<typeof Account>
export const AccountEntry = z.strictObject({ ...Account.shape, isDisabled: z.boolean() })
export type AccountEntry = z.infer<typeof AccountEntry>

/** RFC 9457. `code` is from the same closed list as on the socket; `detail` is a sentence in the reader's language. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(refusalCodes),
  detail: z.string(),
  retryable: z.boolean(),
  /** with `malformed`: where the body does not fit */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch'
  /** below /api/v1, with `:name` for parameters */
  path: string
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** schema of the JSON answer, or the content type of a file */
  answer: z.ZodType | string
}

const Nothing = z.strictObject({ ok: z.literal(true) })
const TicketChannel = DoorChannel.or(z.literal('hall'))
const byId = z.strictObject({ id: Uuid })
const taskFilter = z.strictObject({ field: Uuid.optional(), status: TaskStatus.optional() })

/** Every operation of the HTTP API: the router, the client and the documentation are all made from this table. */
export const operations = {
  join: {
    method: 'post',
    path: '/join',
    summary:
      'Take a seat by the code, by the token of a QR code or of a door, by a ticket, or, for somebody in the hall, by a helper’s link. `seat` is a secret that the phone made: sent again, it is the same seat.',
    body: z.strictObject({
      seat: Token,
      code: z
        .string()
        .regex(/^[0-9]{6}$/)
        .optional(),
      token: Token.optional(),
      ticket: z.string().max(40).optional(),
      link: Token.optional(),
      /** with `link`: whom the seat is for; left out: somebody for whom the helper enters */
      channel: ServedChannel.optional(),
    }),
    answer: z.strictObject({
      sessionId: Uuid,
      seat: SeatId,
      title: z.string(),
      /** of a door that closes: until when it gives seats */
      closesAt: EpochMs.optional(),
    }),
  },
  signIn: {
    method: 'post',
    path: '/sign-in',
    summary: 'Sign in; the answer sets the cookie.',
    body: z.strictObject({ email: Email, password: z.string().max(200) }),
    answer: Account,
  },
  signOut: {
    method: 'post',
    path: '/sign-out',
    summary: 'Sign out of this browser.',
    body: z.strictObject({}),
    answer: Nothing,
  },
  me: { method: 'get', path: '/me', summary: 'The account that is signed in.', answer: Account },
  readInvitation: {
    method: 'get',
    path: '/invitations/:token',
    summary: 'What an invitation is for.',
    params: z.strictObject({ token: Token }),
    answer: z.strictObject({ role: AccountRole, email: z.string().nullable() }),
  },
  acceptInvitation: {
    method: 'post',
    path: '/invitations/:token/accept',
    summary: 'Make the account that an invitation is for, and sign in. The first-run link is an invitation too.',
    params: z.strictObject({ token: Token }),
    body: z.strictObject({ email: Email, name: Name, password: Password }),
    answer: Account,
  },
  listAccounts: { method: 'get', path: '/accounts', summary: 'All accounts.', answer: z.array(AccountEntry) },
  invite: {
    method: 'post',
    path: '/invitations',
    summary: 'A link with which one person makes an account of this role; it lives for 7 days and works once.',
    body: z.strictObject({ ...command, email: Email, role: AccountRole }),
    answer: z.strictObject({ url: z.string() }),
  },
  updateAccount: {
    method: 'patch',
    path: '/accounts/:id',
    summary: 'Change the role of an account, or close or reopen it.',
    params: byId,
    body: z.strictObject({ ...command, role: AccountRole.optional(), isDisabled: z.boolean().optional() }),
    answer: AccountEntry,
  },
  listTemplates: { method: 'get', path: '/templates', summary: 'Templates of plans.', answer: z.array(PlanTemplate) },
  listPlans: { method: 'get', path: '/plans', summary: 'All plans.', answer: z.array(PlanSummary) },
  createPlan: {
    method: 'post',
    path: '/plans',
    summary: 'A new plan with the stages and fields of a template.',
    body: z.strictObject({ ...command, templateId: z.string(), plan: PlanDraft }),
    answer: Plan,
  },
  getPlan: {
    method: 'get',
    path: '/plans/:id',
    summary: 'One plan with its stages, fields and sessions.',
    params: byId,
    answer: Plan,
  },
  listSessionTemplates: {
    method: 'get',
    path: '/session-templates',
    summary: 'Sessions ready to be held: those that the program brings, and the office’s own.',
    answer: z.array(SessionTemplate),
  },
  saveSessionTemplate: {
    method: 'post',
    path: '/session-templates',
    summary: 'Keep a running order as a template of the office.',
    body: z.strictObject({ ...command, template: SessionTemplateDraft }),
    answer: SessionTemplate,
  },
  editSessionTemplate: {
    method: 'patch',
    path: '/session-templates/:id',
    summary: 'Rename a template of the office, or take it out of the list and put it back.',
    params: byId,
    body: z.strictObject({ ...command, ...SessionTemplateEdit.shape }),
    answer: SessionTemplate,
  },
  listResults: {
    method: 'get',
    path: '/plans/:id/results',
    summary: 'The sealed results of a plan’s sessions, the latest first.',
    params: byId,
    answer: z.array(PlanResult),
  },
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
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
  listTasks: {
    method: 'get',
    path: '/plans/:id/tasks',
    summary: 'The priority-task list, by rank; filtered by field and status.',
    params: byId,
    query: taskFilter,
    answer: z.array(PriorityTask),
  },
  exportTasksXlsx: {
    method: 'get',
    path: '/plans/:id/tasks.xlsx',
    summary: 'The priority-task list as a spreadsheet.',
    params: byId,
    query: taskFilter,
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  exportTasksCsv: {
    method: 'get',
    path: '/plans/:id/tasks.csv',
    summary: 'The priority-task list as CSV (UTF-8 with BOM).',
    params: byId,
    query: taskFilter,
    answer: 'text/csv',
  },
  getTask: {
    method: 'get',
    path: '/tasks/:id',
    summary: 'One entry with its evidence and history.',
    params: byId,
    answer: PriorityTaskDetail,
  },
  editTask: {
    method: 'patch',
    path: '/tasks/:id',
    summary: 'Change title or field. `version` is the one that was read.',
    params: byId,
    body: z.strictObject({ ...command, ...TaskEdit.shape }),
    answer: PriorityTaskDetail,
  },
  decideTask: {
    method: 'post',
    path: '/tasks/:id/decision',
    summary: 'Adopt, hold or reject an entry; hold and reject need a reason.',
    params: byId,
    body: z.strictObject({ ...command, ...TaskDecision.shape }),
    answer: PriorityTaskDetail,
  },
  getResult: {
    method: 'get',
    path: '/results/:digest',
    summary:
      'A sealed result with all its ballots, byte for byte as its digest was made; it reads as an input of the recount. For auditors.',
    params: z.strictObject({ digest: Digest }),
    answer: SealedResult,
  },
  readResult: {
    method: 'get',
    path: '/results/:digest/summary',
    summary: 'A sealed result without its single ballots, and how much it can bear.',
    params: z.strictObject({ digest: Digest }),
    answer: ResultSummary,
  },
  downloadRecount: {
    method: 'get',
    path: '/results/:digest/recount.zip',
    summary:
      'What everybody needs to count a sealed result again: ballots, rule card, digest, a README. Where single ballots could tell whose they are, counts of pairs and ranks instead.',
    params: z.strictObject({ digest: Digest }),
    answer: 'application/zip',
  },
  downloadRecountForAuditors: {
    method: 'get',
    path: '/results/:digest/recount-full.zip',
    summary: 'The same with all ballots, whatever they could tell.',
    params: z.strictObject({ digest: Digest }),
    answer: 'application/zip',
  },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof operations
type Part<O, K extends string, Side extends 'input' | 'output'> = O extends { [P in K]: infer S extends z.ZodType }
  ? Side extends 'input'
    ? z.input<S>
    : z.output<S>
  : Record<never, never>
/** What a caller passes. */
export type ParamsIn<Id extends OperationId> = Part<(typeof operations)[Id], 'params', 'input'>
export type QueryIn<Id extends OperationId> = Part<(typeof operations)[Id], 'query', 'input'>
export type BodyIn<Id extends OperationId> = Part<(typeof operations)[Id], 'body', 'input'>
/** What a handler gets: parsed, trusted. */
export type Params<Id extends OperationId> = Part<(typeof operations)[Id], 'params', 'output'>
export type Query<Id extends OperationId> = Part<(typeof operations)[Id], 'query', 'output'>
export type Body<Id extends OperationId> = Part<(typeof operations)[Id], 'body', 'output'>
export type AnswerOf<Id extends OperationId> = Part<(typeof operations)[Id], 'answer', 'output'>
