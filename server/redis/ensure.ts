import type { Log } from '../log.ts'
import { checkRedis } from './check.ts'
import { connectVotePath, untilReady, type RedisAddress } from './connect.ts'
import { EmbeddedRedis } from './embedded.ts'
import { NoRedis } from './program.ts'

export interface RedisKeeper {
  address: RedisAddress
  embedded: boolean
  /** Resolves when it answers; starts the embedded one if it has died. */
  ensure(): Promise<void>
  /** Call it when every client has left. An existing Redis is left alone. */
  stop(): Promise<void>
}

export type RedisOutcome = { ok: true; redis: RedisKeeper } | { ok: false; mistakes: string[] }

/** `mistakes`: no Redis to be had, or an existing one that would lose ballots. Throws when it does not answer. */
export async function ensureRedis(given: {
  dataDir: string
  redisUrl?: string | undefined
  log: Log
}): Promise<RedisOutcome> {
  const log = given.log.child({ room: 'redis' })
  return given.redisUrl ? useExisting(given.redisUrl, log) : useEmbedded(given.dataDir, log)
}

async function useEmbedded(dataDir: string, log: Log): Promise<RedisOutcome> {
  const embedded = new EmbeddedRedis(dataDir, log)
  try {
    await embedded.ensure()
  } catch (error) {
    if (error instanceof NoRedis) return { ok: false, mistakes: [error.message] }
    throw error
  }
  embedded.watch()
  return {
    ok: true,
    redis: { address: embedded.path, embedded: true, ensure: () => embedded.ensure(), stop: () => embedded.stop() },
  }
}

async function useExisting(url: string, log: Log): Promise<RedisOutcome> {
  const client = connectVotePath(url, log)
  try {
    await untilReady(client, 15_000)
    const mistakes = await checkRedis(client, log)
    if (mistakes.length > 0) return { ok: false, mistakes }
  } finally {
    client.disconnect()
  }
  return {
    ok: true,
    redis: { address: url, embedded: false, ensure: () => Promise.resolve(), stop: () => Promise.resolve() },
  }
}
