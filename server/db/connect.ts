import { readdirSync } from 'node:fs'
import { Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import { PgliteKeeper } from './pglite.ts'
import type { Database } from './schema.ts'

export interface DbKeeper {
  db: Kysely<Database>
  pool: pg.Pool
  engine: 'postgres' | 'pglite'
  /** After a flush: puts into its place what was written, so that the journal does not grow for ever. */
  checkpoint(): Promise<void>
  stop(): Promise<void>
}

/** PGlite's journal grows until somebody asks for a checkpoint (416 MB were seen); files have 16 MB. */
const MOST_JOURNAL_FILES = 4
const LOOK_EVERY_MS = 60_000
/** Idle connections are let go after ten seconds: one that has been silent longer is being waited for. */
const SILENT_MS = 12_000

/** Throws when there is no database to be had. */
export async function openDb(given: {
  dataDir: string
  databaseUrl?: string | undefined
  log: Log
}): Promise<DbKeeper> {
  const log = given.log.child({ room: 'db' })
  return given.databaseUrl ? openPostgres(given.databaseUrl, log) : openPglite(given.dataDir, log)
}

export function createDb(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

async function openPostgres(url: string, log: Log): Promise<DbKeeper> {
  const pool = createPool({ connectionString: url, max: 10, stream: impatientSocket }, log)
  await untilAnswers(pool, log, 15_000)
  const db = createDb(pool)
  return { db, pool, engine: 'postgres', checkpoint: () => Promise.resolve(), stop: () => db.destroy() }
}

async function openPglite(dataDir: string, log: Log): Promise<DbKeeper> {
  const keeper = new PgliteKeeper(dataDir, log)
  await keeper.start()
  // One connection, kept: see the child.
  const pool = createPool(
    { host: keeper.socketFolder, port: 5432, user: 'postgres', max: 1, idleTimeoutMillis: 0 },
    log,
  )
  const db = createDb(pool)
  const checkpoint = async () => void (await pool.query('checkpoint'))
  const timer = setInterval(() => {
    if (journalFiles(keeper.journalFolder) <= MOST_JOURNAL_FILES) return
    checkpoint().catch((error: unknown) => log.warn({ reason: String(error) }, 'checkpoint failed'))
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    db,
    pool,
    engine: 'pglite',
    checkpoint,
    async stop() {
      clearInterval(timer)
      await db.destroy()
      await keeper.stop()
    },
  }
}

function createPool(config: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'madang',
    database: config.connectionString ? undefined : 'postgres',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...config,
  })
  // One that breaks while nobody waits for an answer, idle or between two statements of a transaction, has nobody to tell:
  // without a listener it would end the process. The pool says again what its idle ones have said.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ reason: error.message }, 'a database connection broke'))
  })
  pool.on('error', () => undefined)
  return pool
}

/**
 * A connection that was cut without a word, perhaps with the answer to a COMMIT on it, would be waited for as long as the
 * kernel likes: hours. It is given up, whoever waits hears of it, and asks again on another one.
 */
function impatientSocket(): Socket {
  const socket = new Socket()
  return socket.setTimeout(SILENT_MS, () => socket.destroy(new Error(`no answer within ${SILENT_MS / 1000} s`)))
}

/** In a compose file the database is often a few seconds behind. */
async function untilAnswers(pool: pg.Pool, log: Log, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs
  for (let round = 0; ; round++) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (performance.now() > deadline)
        throw new Error(`DATABASE_URL: no answer within ${timeoutMs / 1000} s: ${reason}`)
      if (round === 0) log.warn({ reason }, 'waiting for the database')
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

function journalFiles(folder: string): number {
  return readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name)).length
}
