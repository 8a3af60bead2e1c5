import type { Redis } from 'ioredis'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { atTheEnd, startRedis } from '../../test/harness/services.ts'
import { createLog } from '../log.ts'
import { checkRedis } from './check.ts'
import { connectVotePath, connectWaiting, untilReady, type RedisClient } from './connect.ts'
import { ensureRedis } from './ensure.ts'

const log = createLog('silent', 'test')
const opened = async (client: RedisClient) => {
  atTheEnd(() => client.disconnect())
  await untilReady(client)
  return client as Redis & { add(key: string, amount: number): Promise<number> }
}

describe('the vote path', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let votes: Awaited<ReturnType<typeof opened>>

  beforeAll(async () => {
    redis = await startRedis()
    votes = await opened(connectVotePath(redis.url, log))
    votes.defineCommand('add', { numberOfKeys: 1, lua: "return redis.call('INCRBY', KEYS[1], ARGV[1])" })
  })

  it('[REDIS-8] runs scripts, also when Redis has forgotten them', async () => {
    expect(await votes.add('sum', 2)).toBe(2)
    await votes.script('FLUSH')
    expect(await votes.add('sum', 2)).toBe(4)
  })

  it('[REDIS-9] a Redis that hangs is refused within two seconds, however many ask, and none is repeated', async () => {
    const before = Number(await votes.get('sum'))
    redis.pause()
    const asked = Array.from({ length: 20 }, async () => {
      const began = performance.now()
      await expect(votes.add('sum', 1)).rejects.toThrow()
      return performance.now() - began
    })
    const waits = await Promise.all(asked)
    redis.resume()
    expect(Math.max(...waits)).toBeLessThan(2000)
    await vi.waitFor(async () => expect(Number(await votes.get('sum'))).toBeGreaterThanOrEqual(before))
    // Late effects: what reached Redis before it hung may run once, never twice.
    expect(Number(await votes.get('sum'))).toBeLessThanOrEqual(before + 20)
  })

  it('[REDIS-9] without Redis it refuses at once, and serves again within a second of its return', async () => {
    await votes.set('kept', 'yes')
    await redis.kill()
    await vi.waitFor(async () => {
      const began = performance.now()
      await expect(votes.get('kept')).rejects.toThrow()
      expect(performance.now() - began).toBeLessThan(100)
    })
    await redis.restart()
    const began = performance.now()
    await vi.waitFor(async () => expect(await votes.get('kept')).toBe('yes'), { timeout: 5000, interval: 10 })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('[REDIS-10] a waiting connection goes on after Redis was away', async () => {
    const waiting = await opened(connectWaiting(redis.path, log))
    const read = waiting.xread('BLOCK', 0, 'STREAMS', 'facts', '$')
    await redis.restart()
    await vi.waitFor(async () => {
      await votes.xadd('facts', '*', 'fact', 'one')
      const answer = await Promise.race([read, new Promise((resolve) => setTimeout(resolve, 100, 'none'))])
      expect(answer).not.toBe('none')
    }, 5000)
  })
})

describe('an existing Redis', () => {
  const start = async (settings: Record<string, string>) => {
    const { url } = await startRedis(settings)
    const outcome = await ensureRedis({ dataDir: 'not used', redisUrl: url, log })
    return outcome.ok ? [] : outcome.mistakes
  }

  it('[REDIS-11] is used when it is set as it must be', async () => {
    expect(await start({})).toEqual([])
  })

  it.each([
    ['appendonly', 'no'],
    ['appendfsync', 'everysec'],
    ['maxmemory-policy', 'allkeys-lru'],
  ])('[REDIS-11] is refused with one line when %s is %s', async (name, value) => {
    expect(await start({ [name]: value })).toEqual([
      expect.stringMatching(`^REDIS_URL: ${name} is ${value} and must be [^\\n]+$`),
    ])
  })

  it('[REDIS-12] that does not let us ask is taken, with what can be seen otherwise', async () => {
    const refusing = async (settings: Record<string, string>) => {
      const redis = await startRedis(settings)
      const admin = await opened(connectWaiting(redis.path, log))
      await admin.call('ACL', 'SETUSER', 'madang', 'on', '>geheim', '~*', '&*', '+@all', '-config')
      const client = await opened(connectVotePath(redis.url.replace('//', '//madang:geheim@'), log))
      return checkRedis(client, log)
    }
    expect(await refusing({})).toEqual([])
    expect(await refusing({ appendonly: 'no' })).toEqual([expect.stringContaining('appendonly is no')])
  })
})
