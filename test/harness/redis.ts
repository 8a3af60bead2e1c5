import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ping } from '../../server/redis/ping.ts'
import { end, freePort, until } from './processes.ts'

export interface TestRedis {
  /** Over TCP, as an operator gives it. */
  url: string
  /** Over a unix socket, as the embedded one is reached. */
  path: string
  pid: number
  /** As a power cut for the process: what it acknowledged has to be there after `restart`. */
  kill(): Promise<void>
  /** Alive and silent, as after a network that was cut. */
  pause(): void
  resume(): void
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A redis-server of its own, set as Madang wants it unless `settings` say otherwise. */
export async function launchRedis(settings: Record<string, string> = {}): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-redis-'))
  const path = join(folder, 'redis.sock')
  const port = await freePort()
  const all = {
    port: String(port),
    bind: '127.0.0.1',
    unixsocket: path,
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
    'maxmemory-policy': 'noeviction',
    ...settings,
  }
  const start = async () => {
    const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
    const child = spawn('redis-server', args, { detached: true, stdio: 'ignore' })
    child.unref()
    await until(async () => (await ping(path)) === 'ready', 'Redis')
    return child.pid!
  }
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    path,
    pid: await start(),
    kill: () => end(redis.pid, 'SIGKILL'),
    pause: () => void process.kill(redis.pid, 'SIGSTOP'),
    resume: () => void process.kill(redis.pid, 'SIGCONT'),
    async restart() {
      await end(redis.pid, 'SIGTERM')
      redis.pid = await start()
    },
    async stop() {
      // A stopped process would keep a polite signal for later.
      await end(redis.pid, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return redis
}
