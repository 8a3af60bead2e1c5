import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { takePidLock } from '../../server/local/pid-lock.ts'
import { end, freePort, until } from './processes.ts'

export interface TestPostgres {
  /** Of the database `postgres`. */
  url: string
  port: number
  pid: number
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL of its own, as Debian packages it; ends when its file of tests does (services.ts). */
export async function launchPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  const user = servant()
  // PostgreSQL refuses to run as root.
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const bin = binFolder()
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const start = async () => {
    const args = ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)]
    const child = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, detached: true, stdio: 'ignore' })
    child.unref()
    await until(() => answers(url), 'PostgreSQL')
    return child.pid!
  }
  const postgres: TestPostgres = {
    url,
    port,
    pid: await start(),
    // Its children notice that it is gone and end; a new start waits for them.
    kill: () => end(postgres.pid, 'SIGKILL'),
    async restart() {
      await end(postgres.pid, 'SIGINT')
      postgres.pid = await start()
    },
    async stop() {
      await end(postgres.pid, 'SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return postgres
}

/** The one that all files of a run share: started by the first that asks, ended by global.ts. */
export async function sharedPostgres(runFolder: string): Promise<string> {
  const file = join(runFolder, 'postgres.json')
  await until(async () => {
    if (existsSync(file)) return true
    const taken = takePidLock(join(runFolder, 'postgres.lock'))
    if (!taken.ok) return false
    try {
      if (existsSync(file)) return true
      const { url, pid, port } = await launchPostgres()
      writeFileSync(`${file}.new`, JSON.stringify({ url, pid, port }))
      execFileSync('mv', [`${file}.new`, file])
      return true
    } finally {
      taken.lock.release()
    }
  }, 'the shared PostgreSQL')
  return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url
}

export async function endSharedPostgres(runFolder: string): Promise<void> {
  const file = join(runFolder, 'postgres.json')
  if (!existsSync(file)) return
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }
  const folder = dataFolderOf(pid)
  await end(pid, 'SIGINT')
  if (folder) rmSync(folder, { recursive: true, force: true })
}

function dataFolderOf(pid: number): string | undefined {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('madang-postgres-'))
    .map((name) => join(tmpdir(), name))
    .find((folder) => {
      const file = join(folder, 'data/postmaster.pid')
      return existsSync(file) && readFileSync(file, 'utf8').startsWith(`${pid}\n`)
    })
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function servant(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Debian keeps each version in a folder of its own, away from the path. */
function binFolder(): string {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base)
    ? readdirSync(base)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const found = versions
    .map((version) => join(base, String(version), 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
  return found ?? execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()
}
