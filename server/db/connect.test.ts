import { sql } from 'kysely'
import { pino } from 'pino'
import pg from 'pg'
import { expect, it } from 'vitest'
import { until } from '../../test/harness/processes.ts'
import { atTheEnd, createDatabase } from '../../test/harness/services.ts'
import { openDb } from './connect.ts'

it('[DB-12] a connection that is cut between two statements of a transaction fails it, and nothing else', async () => {
  const databaseUrl = await createDatabase()
  const written: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void written.push(line) })
  const keeper = await openDb({ dataDir: '', databaseUrl, log })
  atTheEnd(() => keeper.stop())
  const other = new pg.Client({ connectionString: databaseUrl })
  await other.connect()
  atTheEnd(() => other.end())

  const work = keeper.db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx)
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await until(() => written.length > 0, 'a word about it in the log')
    await sql`select 2`.execute(tx)
  })
  await expect(work).rejects.toThrow()
  expect(written.join('')).toContain('a database connection broke')
  expect((await keeper.pool.query('select 3 as three')).rows).toEqual([{ three: 3 }])
})
