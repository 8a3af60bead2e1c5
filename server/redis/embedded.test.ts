import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../log.ts'
import { connectVotePath, untilReady } from './connect.ts'
import { EmbeddedRedis } from './embedded.ts'
import { ensureRedis, type RedisKeeper } from './ensure.ts'
import { ping } from './ping.ts'

const log = createLog('silent', 'test')
const folders: string[] = []
const keepers: { stop(): Promise<void> }[] = []

const newFolder = (name = 'data') => {
  const folder = mkdtempSync(join(tmpdir(), 'madang-test-'))
  folders.push(folder)
  return join(folder, name)
}
const open = async (dataDir: string): Promise<RedisKeeper> => {
  const outcome = await ensureRedis({ dataDir, log })
  if (!outcome.ok) throw new Error(outcome.mistakes.join())
  keepers.push(outcome.redis)
  return outcome.redis
}
const pidOf = async (redis: Redis) => Number(/process_id:(\d+)/.exec(await redis.info('server'))![1])
/** Runs one piece of work on a connection of its own, as another process would. */
const withClient = async <T>(path: string, work: (client: Redis) => Promise<T>) => {
  const client = new Redis(path)
  client.on('error', () => undefined)
  return work(client).finally(() => client.disconnect())
}

afterEach(async () => {
  for (const keeper of keepers.splice(0).reverse()) await keeper.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the embedded Redis', () => {
  it('[REDIS-1] starts with every write on disk before it is answered, and never throws anything away', async () => {
    const { address, embedded } = await open(newFolder())
    expect(embedded).toBe(true)
    const settings = await withClient(address, async (client) => [
      ...(await client.config('GET', 'append*')),
      ...(await client.config('GET', 'maxmemory-policy')),
      ...(await client.config('GET', 'save')),
    ])
    expect(settings.join(' ')).toMatch(/appendonly yes/)
    expect(settings.join(' ')).toMatch(/appendfsync always/)
    expect(settings.join(' ')).toMatch(/maxmemory-policy noeviction save $/)
  })

  it('[REDIS-2] a second start adopts what answers and never spawns another', async () => {
    const dataDir = newFolder()
    const [first, second] = await Promise.all([open(dataDir), open(dataDir)])
    const third = await open(dataDir)
    expect(new Set([first.address, second.address, third.address])).toHaveLength(1)
    const pids = await Promise.all([first, third].map(({ address }) => withClient(address, pidOf)))
    expect(new Set(pids)).toHaveLength(1)
  })

  it('[REDIS-3] killed, it is there again by itself within seconds, with all that was acknowledged', async () => {
    const { address } = await open(newFolder())
    const client = connectVotePath(address, log)
    await untilReady(client)
    const before = await pidOf(client as Redis)
    for (let n = 0; n < 100; n++) await client.hset('ballots', `seat${n}`, n)
    process.kill(before, 'SIGKILL')
    const away = performance.now()
    await vi.waitFor(async () => expect(await client.hlen('ballots')).toBe(100), { timeout: 10_000, interval: 10 })
    expect(performance.now() - away).toBeLessThan(5000)
    expect(await pidOf(client as Redis)).not.toBe(before)
    client.disconnect()
  })

  it('[REDIS-3] killed again and again, it comes back each time', async () => {
    const keeper = await open(newFolder())
    for (let n = 0; n < 5; n++) {
      const pid = await withClient(keeper.address, pidOf)
      process.kill(pid, 'SIGKILL')
      await vi.waitFor(async () => expect(await withClient(keeper.address, pidOf)).not.toBe(pid), { timeout: 10_000 })
    }
  })

  it('[REDIS-4] works in a folder with spaces and Hangul, however long its path', async () => {
    const { address } = await open(newFolder(join('우리 동네 마당', '자료 '.repeat(20).trim())))
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(107)
    expect(await withClient(address, (client) => client.set('a', '1'))).toBe('OK')
  })

  it('[REDIS-5] the last one to leave ends it; while another process uses it, it stays', async () => {
    const dataDir = newFolder()
    const first = await open(dataDir)
    const { address } = first
    const other = new Redis({ path: address, connectionName: 'madang-1' })
    await other.set('a', '1')
    await first.stop()
    expect(await ping(address)).toBe('ready')
    await other.quit()
    const again = await open(dataDir)
    await again.stop()
    expect(await ping(address)).toBe('absent')
    const { address: later } = await open(dataDir)
    expect(await withClient(later, (client) => client.get('a'))).toBe('1')
  })

  it('[REDIS-6] one that hangs is waited for, never replaced', async () => {
    const dataDir = newFolder()
    const { address } = await open(dataDir)
    const pid = await withClient(address, pidOf)
    process.kill(pid, 'SIGSTOP')
    const second = new EmbeddedRedis(dataDir, log)
    const brought = second.ensure()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    process.kill(pid, 'SIGCONT')
    await brought
    expect(await withClient(address, pidOf)).toBe(pid)
  })

  it('[REDIS-7] what cannot start says why', async () => {
    const dataDir = newFolder()
    const keeper = await open(dataDir)
    await withClient(keeper.address, (client) => client.set('a', '1'))
    await keeper.stop()
    const { writeFileSync, readdirSync } = await import('node:fs')
    const journal = join(dataDir, 'redis/appendonlydir')
    for (const name of readdirSync(journal).filter((name) => name.endsWith('.incr.aof'))) {
      writeFileSync(join(journal, name), 'this is no journal\n')
    }
    await expect(ensureRedis({ dataDir, log })).rejects.toThrow(/ended at once: .*(format|AOF)/i)
  })
})
