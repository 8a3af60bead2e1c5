import pg from 'pg'
import { createDb } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { Plans } from '../../server/plan/index.ts'
import { atTheEnd, createDatabase } from './services.ts'
import { silent } from './live.ts'

/** A plan room on an empty database of the shared PostgreSQL, with the example plan and its workshop. */
export async function planRoom(url?: string) {
  const databaseUrl = url ?? (await createDatabase())
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  pool.on('error', () => undefined)
  const db = createDb(pool)
  atTheEnd(() => db.destroy())
  await migrate(db, silent)
  const plans = new Plans(db)
  await plans.ensureExample()
  const [plan] = await plans.list()
  const read = plan && (await plans.get(plan.id))
  if (!read?.ok || !read.value.sessions[0]) throw new Error('the example plan is not there')
  return { db, plans, planId: read.value.id, sessionId: read.value.sessions[0].id, databaseUrl }
}
