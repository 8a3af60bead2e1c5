import { Cluster } from 'ioredis'
import type { Log } from '../log.ts'
import type { RedisClient } from './connect.ts'

const wanted = [
  ['appendonly', 'yes', 'ballots would be gone when it restarts'],
  ['appendfsync', 'always', 'a ballot would be acknowledged before it is on disk'],
  ['maxmemory-policy', 'noeviction', 'ballots would be thrown away when it is full'],
] as const

/** What an existing Redis must be set to; one line for each thing that it is not. */
export async function checkRedis(client: RedisClient, log: Log): Promise<string[]> {
  const nodes = client instanceof Cluster ? client.nodes('master') : [client]
  const found = await Promise.all(nodes.map((node) => checkNode(node, log)))
  return [...new Set(found.flat())]
}

async function checkNode(node: RedisClient, log: Log): Promise<string[]> {
  const mistakes: string[] = []
  for (const [name, value, why] of wanted) {
    const actual = await ask(node, name)
    if (actual === undefined) log.warn(`REDIS_URL: cannot ask for ${name}; make sure that it is ${value}, else ${why}`)
    else if (actual !== value) mistakes.push(`REDIS_URL: ${name} is ${actual} and must be ${value}, else ${why}`)
  }
  return mistakes
}

/** Hosted ones often forbid CONFIG; some of it can be read elsewhere, the rest stays unknown. */
async function ask(node: RedisClient, name: string): Promise<string | undefined> {
  try {
    const answer = await node.call('CONFIG', 'GET', name)
    return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined
  } catch {
    const info = await node.info().catch(() => '')
    if (name === 'appendonly')
      return /^aof_enabled:0/m.test(info) ? 'no' : /^aof_enabled:1/m.test(info) ? 'yes' : undefined
    return name === 'maxmemory-policy' ? /^maxmemory_policy:(\S+)/m.exec(info)?.[1] : undefined
  }
}
