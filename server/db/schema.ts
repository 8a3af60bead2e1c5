import type { ColumnType, Generated, Kysely, Transaction } from 'kysely'

/*
 * The tables as TypeScript sees them; what they hold and must keep is in migrations/. JSON goes in as text, because the
 * driver would send a list as an array of PostgreSQL, and comes out parsed.
 */

type Json = ColumnType<unknown, string, string>
type Now = ColumnType<Date, Date | undefined, never>
type Identity = ColumnType<string, never, never>

interface AccountsTable {
  id: string
  email: string
  name: string
  password_hash: string
  role: 'admin' | 'staff' | 'facilitator'
  disabled_at: Date | null
  created_at: Now
}

interface SignInsTable {
  token_hash: string
  account_id: string
  created_at: Date
  expires_at: Date
}

interface InvitationsTable {
  token_hash: string
  role: AccountsTable['role']
  email: string | null
  is_first_run: Generated<boolean>
  created_by: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface CommandsTable {
  actor: string
  id: string
  request_digest: string
  status: number
  answer: ColumnType<unknown, string | null, string | null>
  at: Date
}

interface PlansTable {
  id: string
  title: string
  district: string
  department: string
  period_start: number
  period_end: number
  template_id: string
  is_example: Generated<boolean>
  fact_sheet: Json
  created_at: Now
}

interface StagesTable {
  id: string
  plan_id: string
  position: number
  key: string
  title: string
  months: string
  methods: string
  takes: string
  leaves: string
  session_kinds: Json
}

interface FieldsTable {
  id: string
  plan_id: string
  position: number
  title: string
}

interface MeetingsTable {
  id: string
  plan_id: string
  title: string
  held_at: Date
  place: string
  attendance: Json
  content: Json
}

interface SessionsTable {
  id: string
  plan_id: string
  stage_id: string
  kind: string
  title: string
  held_at: Date | null
  place: string
  attendance: Json
  agenda: Json
  /** null: nobody is asked who they are */
  profile: ColumnType<unknown, string | null | undefined, string | null>
  tables: ColumnType<unknown, string | null | undefined, string | null>
  state: ColumnType<SessionState, SessionState | undefined, SessionState>
  version: Generated<number>
  created_at: Now
}
type SessionState = 'draft' | 'lobby' | 'running' | 'closed' | 'reviewed'

interface SessionLinksTable {
  token_hash: string
  session_id: string
  role: 'coFacilitator' | 'projector' | 'noteTaker' | 'observer' | 'helper' | 'tableFacilitator'
  name: Generated<string>
  table_number: ColumnType<number | null, number | null | undefined, never>
  created_by: string
  created_at: Date
  revoked_at: Date | null
}

interface SessionTemplatesTable {
  id: string
  title: string
  kind: string
  stage: string
  leaves: string
  agenda: Json
  created_by: string
  created_at: Now
  removed_at: Date | null
}

interface ResultsTable {
  digest: string
  session_id: string
  activity_id: string
  method: string
  sealed: string
  closed_at: Date
  filed_at: Now
}

interface SessionRecordsTable {
  session_id: string
  record: Json
  filed_at: Now
}

interface PriorityTasksTable {
  id: string
  plan_id: string
  origin_session_id: string
  origin_issue: string
  title: string
  field_id: string | null
  status: ColumnType<TaskStatus, TaskStatus | undefined, TaskStatus>
  reason: Generated<string>
  version: Generated<number>
  rank: number
  tied: boolean
  score: number
  share_of_stickers: number | null
  share_of_voters: number | null
  ranked_at: Date
  created_at: Now
}
type TaskStatus = 'proposed' | 'adopted' | 'onHold' | 'rejected'

interface TaskEvidenceTable {
  id: Identity
  task_id: string
  result_digest: string
  issue: string
  body: Json
  closed_at: Date
}

interface TaskCausesTable {
  session_id: string
  issue: string
  cause: string
  /** a bigint: it is read as text */
  revision: ColumnType<string, number, number>
  chosen: boolean
  body: Json
  position: number
}

interface TaskHistoryTable {
  id: Identity
  task_id: string
  at: Date
  account_id: string | null
  account_name: string | null
  kind: 'filed' | 'evidenceAdded' | 'edited' | 'decided'
  before: Json
  after: Json
  reason: Generated<string>
}

export interface Database {
  accounts: AccountsTable
  sign_ins: SignInsTable
  invitations: InvitationsTable
  commands: CommandsTable
  plans: PlansTable
  stages: StagesTable
  fields: FieldsTable
  meetings: MeetingsTable
  sessions: SessionsTable
  session_links: SessionLinksTable
  session_templates: SessionTemplatesTable
  results: ResultsTable
  session_records: SessionRecordsTable
  priority_tasks: PriorityTasksTable
  task_evidence: TaskEvidenceTable
  task_causes: TaskCausesTable
  task_history: TaskHistoryTable
}

/** Something to ask; a transaction is one too. */
export type Db = Kysely<Database>
/**
 * What more than one statement must agree on. While one is under way everything must be asked of it: on PGlite there is
 * one connection, and whoever asks beside it waits for ever.
 */
export type Tx = Transaction<Database>
