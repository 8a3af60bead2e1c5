import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { atTheEnd, createDatabase, startRedis, tempFolder } from './services.ts'
import { end, freePort, until } from './processes.ts'

const root = join(import.meta.dirname, '../..')
const ADMIN = { email: 'admin@madang.test', password: 'a-long-enough-password' }

export interface House {
  /** http://127.0.0.1:<port> */
  url: string
  /** as phones see it */
  publicUrl: string
  port: number
  admin: typeof ADMIN
  /** what it has written, standard output and error together */
  output(): string
  pid(): number
  /** kill -9, without a word */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code */
  stop(): Promise<number | null>
  start(): Promise<void>
}

export interface HouseOptions {
  /** stores to use; without them the embedded ones in a folder of this house */
  redisUrl?: string
  databaseUrl?: string
  dataDir?: string
  /** host name in the address for phones; the house listens on loopback whatever it is called */
  hostName?: string
  /** false: nobody has an account yet */
  hasAdmin?: boolean
}

/** The built program, in a process of its own, as an operator runs it; it ends with the test file. */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const program = join(root, 'dist/server/main.js')
  if (!existsSync(program)) throw new Error('dist/server/main.js is missing: run "npm run build" first')
  const port = await freePort()
  const dataDir = options.dataDir ?? tempFolder()
  let child: ChildProcess | undefined
  let output = ''
  const house: House = {
    url: `http://127.0.0.1:${port}`,
    publicUrl: `http://${options.hostName ?? '127.0.0.1'}:${port}`,
    port,
    admin: ADMIN,
    output: () => output,
    pid: () => child?.pid ?? 0,
    async kill() {
      if (child?.pid) await end(child.pid, 'SIGKILL')
    },
    async stop() {
      const leaving = child
      const isGone = !leaving || leaving.exitCode !== null || leaving.signalCode !== null
      if (isGone) return leaving?.exitCode ?? null
      const gone = new Promise<number | null>((resolve) => leaving.once('exit', (code) => resolve(code)))
      leaving.kill('SIGTERM')
      return gone
    },
    async start() {
      child = spawn(process.execPath, [program], {
        cwd: root,
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: String(port),
          PUBLIC_URL: house.publicUrl,
          DATA_DIR: dataDir,
          REDIS_URL: options.redisUrl ?? '',
          DATABASE_URL: options.databaseUrl ?? '',
          ADMIN_EMAIL: options.hasAdmin === false ? '' : ADMIN.email,
          ADMIN_PASSWORD: options.hasAdmin === false ? '' : ADMIN.password,
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text: Buffer) => (output += text.toString()))
      }
      await until(async () => (await isReady(house.url)) || hasEnded(child, output), 'the house to be ready', 60_000)
    },
  }
  atTheEnd(async () => void (await house.stop()))
  await house.start()
  return house
}

/** A house on a Redis of its own and an empty database in the shared PostgreSQL: up in half a second. */
export async function startHouseOnServers(options: Omit<HouseOptions, 'redisUrl' | 'databaseUrl'> = {}) {
  const redis = await startRedis()
  const databaseUrl = await createDatabase()
  return { house: await startHouse({ ...options, redisUrl: redis.url, databaseUrl }), redis, databaseUrl }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

function hasEnded(child: ChildProcess | undefined, output: string): never | false {
  if (child && child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}:\n${output}`)
  return false
}

/** Lines of the log at these levels and above; a house that a test did not hurt has none at `warn` (40). */
export const logLines = (output: string, level = 40): string[] =>
  output.split('\n').filter((line) => {
    if (!line.startsWith('{')) return false
    const { level: its } = JSON.parse(line) as { level: number }
    return its >= level
  })
