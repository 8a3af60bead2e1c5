import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { atTheEnd, createDatabase, tempFolder } from '../harness/services.ts'
import { until } from '../harness/processes.ts'
import { createDb } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { PgliteKeeper } from '../../server/db/pglite.ts'
import type { Db, Tx } from '../../server/db/schema.ts'
import { createLog } from '../../server/log.ts'
import { createPlan } from '../../server/plan/plans.ts'
import { createSession } from '../../server/plan/sessions.ts'
import type { Outcome } from '../../shared/base/outcome.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planTemplates } from '../../shared/plan/template.ts'
import { seal, type Candidate } from '../../shared/results/seal.ts'
import { SessionDraft, type Session } from '../../shared/session/definition.ts'

export const engines = ['postgres', 'pglite'] as const
export type Engine = (typeof engines)[number]
export const log = createLog('silent', 'test')

export interface PlanHouse {
  db: Db
  pool: pg.Pool
  /** in one transaction, as a command is */
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** the engine, or what it has for this client, ends at once */
  kill(): Promise<void>
}

/** A real database with the program's tables, empty. */
export async function openPlanHouse(engine: Engine): Promise<PlanHouse> {
  const { pool, kill } = engine === 'postgres' ? await openPostgres() : await openPglite()
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = createDb(pool)
  atTheEnd(() => db.destroy())
  await migrate(db, log)
  return { db, pool, kill, run: (work) => db.transaction().execute(work) }
}

async function openPostgres() {
  const connectionString = await createDatabase()
  const pool = new pg.Pool({ connectionString, max: 5 })
  const kill = async () => {
    const other = new pg.Client({ connectionString })
    await other.connect()
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await other.end()
  }
  return { pool, kill }
}

async function openPglite() {
  const keeper = new PgliteKeeper(tempFolder(), log)
  await keeper.start()
  atTheEnd(() => keeper.stop())
  const pool = new pg.Pool({ host: keeper.socketFolder, port: 5432, user: 'postgres', database: 'postgres', max: 1 })
  const kill = async () => {
    const before = keeper.pid!
    process.kill(before, 'SIGKILL')
    await until(() => keeper.pid !== before, 'another PGlite')
  }
  return { pool, kill }
}

export const unwrap = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}

export const gangnam = {
  title: '청년정책 기본계획',
  district: '강남구',
  department: '',
  periodStart: 2026,
  periodEnd: 2029,
}

export const makePlan = async ({ run }: PlanHouse): Promise<Plan> =>
  unwrap(await run((tx) => createPlan(tx, planTemplates[0]!.id, gangnam)))

export const draftIn = (plan: Plan, changes: Partial<SessionDraft> = {}): SessionDraft => ({
  ...SessionDraft.parse({
    stageId: plan.stages[1]!.id,
    kind: 'workshop',
    title: '의제발굴 워크숍',
    heldAt: '2026-04-15T14:00:00+09:00',
    place: '구청 대강당',
    attendance: [
      { organisation: '구청', lead: '팀장', people: 3 },
      { organisation: '주민', lead: '', people: 40 },
    ],
    agenda: [
      { id: 'a1', kind: 'collect', title: '모으기', minutes: 10, settings: {} },
      { id: 'a3', kind: 'vote', title: '투표', minutes: 5, settings: {} },
    ],
  }),
  ...changes,
})

export const makeSession = async (house: PlanHouse, plan: Plan): Promise<Session> =>
  unwrap(await house.run((tx) => createSession(tx, plan.id, draftIn(plan))))

/** A sealed sticker vote of this session: `votes` says who got how many ballots of one sticker, by issue. */
export function sealedVote(
  session: { id: string; title: string },
  votes: Record<string, number>,
  { activity = 'a3', closedAt = 1_776_230_000_000, fieldId = null as string | null } = {},
) {
  const candidates: Candidate[] = Object.keys(votes).map((id) => ({
    id,
    title: `의제 ${id}`,
    fieldId,
    originals: [{ issue: id, text: `주민이 쓴 ${id}`, detail: '' }],
  }))
  const cast = Object.entries(votes).flatMap(([id, n]) =>
    Array.from({ length: n }, () => ({ ballot: { stickers: { [id]: 1 } }, commandId: randomUUID() })),
  )
  return seal(
    {
      session: { id: session.id, title: session.title, heldAt: null },
      activity: { id: activity, title: '투표' },
      closedAt,
      checkIns: cast.length,
      method: 'stickers',
      parameters: { perVoter: 3, perItem: 1 },
      candidates,
      previous: null,
    },
    cast,
  )
}
