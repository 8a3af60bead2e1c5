import { Migrator, sql, type Kysely, type Migration } from 'kysely'
import type { Log } from '../log.ts'

/** Part of the built program: it needs no files beside it. */
const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Brings the tables up to date. Two starts at once: one does it, the other waits. A file that fails leaves nothing behind. */
export async function migrate<Db>(db: Kysely<Db>, log: Log, texts: Record<string, string> = files): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(texts).map(([path, text]) => [nameOf(path), forward(text)]))
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error, results } = await migrator.migrateToLatest()
  for (const { migrationName, status } of results ?? []) {
    if (status === 'Success') log.info(`migration ${migrationName} done`)
    else if (status === 'Error') log.error(`migration ${migrationName} failed`)
  }
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}

/** `0001-plan.sql`: applied in the order of the numbers, forward only. */
function nameOf(path: string): string {
  const name = path.replace(/^.*\//, '').replace(/\.sql$/, '')
  if (!/^\d{4}-[a-z0-9-]+$/.test(name)) throw new Error(`a migration is named like 0001-plan.sql, not ${name}.sql`)
  return name
}

function forward(text: string): Migration {
  return { up: async (db) => void (await sql.raw(text).execute(db)) }
}
