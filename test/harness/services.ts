import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { launchPostgres, sharedPostgres, type TestPostgres } from './postgres.ts'
import { launchRedis, type TestRedis } from './redis.ts'

// Real parts for tests: call from a test or a hook; all that a file started ends with that file.
const endings: (() => Promise<void> | void)[] = []

afterAll(async () => {
  for (const ending of endings.splice(0).reverse()) await ending()
})

/** Registers what has to end with this file of tests, last in first out. */
export function atTheEnd(ending: () => Promise<void> | void): void {
  endings.push(ending)
}

/** A redis-server of this file's own (11 ms). */
export async function startRedis(settings?: Record<string, string>): Promise<TestRedis> {
  const redis = await launchRedis(settings)
  atTheEnd(() => redis.stop())
  return redis
}

/** A PostgreSQL of this file's own, for tests that kill it (1 to 2 s). */
export async function startPostgres(): Promise<TestPostgres> {
  const postgres = await launchPostgres()
  atTheEnd(() => postgres.stop())
  return postgres
}

/** An empty database in the PostgreSQL that the run shares; the answer is its URL. */
export async function createDatabase(): Promise<string> {
  const shared = await sharedPostgres(inject('runFolder'))
  const name = `test_${process.pid}_${Math.floor(performance.now() * 1000).toString(36)}`
  await onServer(shared, `create database ${name}`)
  // Forced: a test that failed may have left a connection.
  atTheEnd(() => onServer(shared, `drop database if exists ${name} with (force)`))
  return shared.replace(/postgres$/, name)
}

/** An empty folder; `name` may have spaces and Hangul. */
export function tempFolder(name = 'data'): string {
  const folder = mkdtempSync(join(tmpdir(), 'madang-test-'))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
