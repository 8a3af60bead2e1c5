import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, tempFolder } from '../../test/harness/services.ts'
import { createLog } from '../log.ts'
import { createDb, openDb, type DbKeeper } from './connect.ts'
import { migrate } from './migrate.ts'

const log = createLog('silent', 'test')
const first = {
  './migrations/0001-first.sql':
    'create table notes (id int primary key, said text); insert into notes values (1, $$가; 나$$);',
}
const second = { ...first, './migrations/0002-second.sql': 'alter table notes add column who text;' }

// One suite for both engines: what holds with one and not with the other is a bug found early.
describe.each(['postgres', 'pglite'] as const)('migrations on %s', (engine) => {
  let house: DbKeeper
  const count = async (from: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.ref(from)}`.execute(house.db)
    return rows[0]!.n
  }

  beforeAll(async () => {
    const databaseUrl = engine === 'postgres' ? await createDatabase() : undefined
    house = await openDb({ dataDir: tempFolder(), databaseUrl, log })
  })
  afterAll(() => house.stop())

  it('[DB-1] run once, in order, however often it is started, also twice at once', async () => {
    expect(house.engine).toBe(engine)
    await Promise.all([migrate(house.db, log, first), migrate(createDb(house.pool), log, first)])
    await migrate(house.db, log, first)
    expect(await count('notes')).toBe(1)
  })

  it('[DB-2] go forward from where they were', async () => {
    await migrate(house.db, log, second)
    await sql`insert into notes values (2, 'b', 'c')`.execute(house.db)
    expect(await count('notes')).toBe(2)
  })

  it('[DB-3] one that fails leaves nothing behind and says so', async () => {
    const broken = {
      ...second,
      './migrations/0003-broken.sql': 'create table half (id int); insert into nowhere values (1);',
    }
    await expect(migrate(house.db, log, broken)).rejects.toThrow(/nowhere/)
    await expect(count('half')).rejects.toThrow(/half/)
    await migrate(house.db, log, second)
  })

  it('[DB-3] refuses a file that is not numbered', async () => {
    await expect(migrate(house.db, log, { './migrations/plan.sql': '' })).rejects.toThrow(/0001-plan\.sql/)
  })

  it('[DB-4] the migrations of the program run from nothing', async () => {
    const databaseUrl = engine === 'postgres' ? await createDatabase() : undefined
    const fresh = await openDb({ dataDir: tempFolder(), databaseUrl, log })
    await migrate(fresh.db, log)
    await migrate(fresh.db, log)
    await fresh.stop()
  })

  it('[DB-5] parallel statements of any length do not read one another', async () => {
    const long = 'x'.repeat(500_000)
    const ask = async (n: number) => {
      if (n % 3 === 0)
        return (await house.pool.query<{ a: number }>('select length($1::text) as a', [long])).rows[0]!.a === 500_000
      return (await house.pool.query<{ a: number }>('select $1::int + 0 as a', [n])).rows[0]!.a === n
    }
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n)))
    expect(answers.filter((isRight) => !isRight)).toHaveLength(0)
  })
})
