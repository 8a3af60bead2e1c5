import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Log } from '../log.ts'

/** A URL as REDIS_URL takes it, or the path of a unix socket. */
export type RedisAddress = string

export type RedisClient = Redis | Cluster

/** Named by the process, so that the last one to leave can see that it is. */
export const connectionName = `madang-${process.pid}`

/** Back at the latest half a second after Redis is: the default waits up to five. */
const retryStrategy = (times: number) => Math.min(50 * times, 500)

const common: RedisOptions = {
  connectionName,
  retryStrategy,
  connectTimeout: 2000,
  keepAlive: 5000,
  // Without it a restart that finds Redis loading waits for a whole second (dependencies.md: 1,020 -> 445 ms).
  maxLoadingRetryTime: 50,
}

/**
 * Whatever answers a phone. Fails at once, never queues, never repeats: a command that the library sent twice or late
 * by itself would be a ballot that nobody knows the order of. The phone is told "retry" and sends again with its own id.
 */
export const votePathOptions: RedisOptions = {
  ...common,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  // Under the two seconds in which a phone hears "retry" (fault matrix). A late effect is harmless: the id is the same.
  commandTimeout: 1500,
  // A connection that was cut without a word is given up, and another one tried.
  socketTimeout: 10_000,
  // Off, though it works with scripts: a pipeline waits for the one before it, so with a Redis that hangs the last refusal
  // came after 4.0 s instead of 2.0, and 300 scripts at once took 4.5 to 10.5 ms instead of 4.9 to 5.5. Without it the votes
  // of one turn are on their way together all the same, in one round trip: only their writes are single, and gathering
  // these too (cork) took as much CPU for 3,000 votes at once (75 to 96 ms alone, 88 to 106 ms gathered).
  enableAutoPipelining: false,
}

/** Blocking reads and subscriptions: each on a connection of its own, which waits for as long as it takes. */
export const waitingOptions: RedisOptions = {
  ...common,
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: true,
}

export function connectVotePath(address: RedisAddress, log: Log): RedisClient {
  return connect(address, votePathOptions, log.child({ connection: 'votes' }))
}

export function connectWaiting(address: RedisAddress, log: Log): RedisClient {
  return connect(address, waitingOptions, log.child({ connection: 'waiting' }))
}

/** Resolves when commands are taken; a client of the vote path refuses them until then. */
export async function untilReady(client: RedisClient, timeoutMs = 10_000): Promise<void> {
  if (client.status === 'ready') return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error(`no answer from Redis within ${timeoutMs / 1000} s`)), timeoutMs)
    const settle = (error?: Error) => {
      clearTimeout(timer)
      client.off('ready', settle)
      if (error) reject(error)
      else resolve()
    }
    client.once('ready', settle)
  })
}

function connect(address: RedisAddress, options: RedisOptions, log: Log): RedisClient {
  const client = createClient(address, options)
  let isAway = false
  // One line when it goes and one when it is back, not one per attempt.
  client.on('error', (error: Error) => {
    if (!isAway) log.warn({ reason: error.message }, 'Redis is away')
    isAway = true
  })
  client.on('ready', () => {
    if (isAway) log.info('Redis is back')
    isAway = false
  })
  return client
}

function createClient(address: RedisAddress, options: RedisOptions): RedisClient {
  if (!address.includes('://')) return new Redis({ ...options, path: address })
  const several = /^redis\+(sentinel|cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/]+)(?:\/([^/]*))?/.exec(address)
  if (!several) return new Redis(address, options)
  const [, kind, user, password, hosts, name] = several
  const access = {
    username: user ? decodeURIComponent(user) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
  }
  const nodes = hosts!.split(',').map((text) => {
    const [host, port] = text.split(/:(?=\d+$)/)
    return { host: host!, port: Number(port ?? (kind === 'sentinel' ? 26379 : 6379)) }
  })
  if (kind === 'sentinel') {
    return new Redis({
      ...options,
      ...access,
      sentinels: nodes,
      name: name || 'mymaster',
      sentinelRetryStrategy: retryStrategy,
    })
  }
  return new Cluster(nodes, {
    redisOptions: { ...options, ...access },
    clusterRetryStrategy: retryStrategy,
    enableOfflineQueue: options.enableOfflineQueue !== false,
  })
}
