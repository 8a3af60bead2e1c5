import { existsSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { atTheEnd, tempFolder } from '../../test/harness/services.ts'
import { createLog } from '../log.ts'
import { openDb } from './connect.ts'
import { PgliteKeeper } from './pglite.ts'

const log = createLog('silent', 'test')

const started = async (dataDir: string) => {
  const keeper = new PgliteKeeper(dataDir, log)
  atTheEnd(() => keeper.stop())
  await keeper.start()
  return keeper
}
const ask = async (keeper: PgliteKeeper, statement: string) => {
  const client = new pg.Client({ host: keeper.socketFolder, port: 5432, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client.query<{ n: number }>(statement).finally(() => client.end())
}

describe('PGlite in its own process', () => {
  it('[DB-6] what was committed survives that the process is killed, and it is there again by itself', async () => {
    const keeper = await started(tempFolder('우리 동네 자료'))
    await ask(keeper, 'create table t (n int)')
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 20; n++) await ask(keeper, `insert into t values (${n})`)
      const { pid } = keeper
      process.kill(pid!, 'SIGKILL')
      await vi.waitFor(
        async () => expect((await ask(keeper, 'select count(*)::int as n from t')).rows[0]!.n).toBe(20 * (round + 1)),
        {
          timeout: 15_000,
        },
      )
      expect(keeper.pid).not.toBe(pid)
    }
  })

  it('[DB-7] a second process on the same folder is refused while the first lives', async () => {
    const dataDir = tempFolder()
    await started(dataDir)
    await expect(new PgliteKeeper(dataDir, log).start()).rejects.toThrow(/already uses the database/)
  })

  it('[DB-8] a first start that was cut off begins anew', async () => {
    const dataDir = tempFolder()
    mkdirSync(join(dataDir, 'pglite/data'), { recursive: true })
    writeFileSync(join(dataDir, 'pglite/data/PG_VERSION'), '18\n')
    const keeper = await started(dataDir)
    expect((await ask(keeper, 'select 1 as n')).rows[0]!.n).toBe(1)
  })

  it('[DB-9] a stop puts everything into its place and frees the folder', async () => {
    const dataDir = tempFolder()
    const house = await openDb({ dataDir, log })
    await house.pool.query('create table t as select generate_series(1, 1000) as n')
    await house.checkpoint()
    await house.stop()
    expect(existsSync(join(dataDir, 'pglite/pglite.lock'))).toBe(false)
    const again = await openDb({ dataDir, log })
    expect((await again.pool.query<{ n: number }>('select count(*)::int as n from t')).rows[0]!.n).toBe(1000)
    await again.stop()
  })
})
