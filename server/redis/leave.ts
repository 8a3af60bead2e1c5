import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Log } from '../log.ts'
import { connectionName } from './connect.ts'
import { ping } from './ping.ts'

/** Ends the embedded Redis unless another process of ours is connected to it: the last one out puts out the light. */
export async function leave(path: string, log: Log): Promise<void> {
  if ((await ping(path)) !== 'ready') return
  const client = new Redis({ path, connectionName, retryStrategy: () => null, lazyConnect: true })
  client.on('error', () => undefined)
  try {
    const others = namesIn(String(await client.client('LIST'))).filter((name) => name !== connectionName)
    if (others.length > 0) return log.info({ others }, 'the embedded Redis stays: others use it')
    // Every write is on disk already (appendfsync always): there is no snapshot to wait for. The answer is the end.
    await client.call('SHUTDOWN', 'NOSAVE').catch(() => undefined)
    for (let round = 0; (await ping(path)) !== 'absent'; round++) {
      if (round === 200) return log.warn('the embedded Redis does not end; nothing is lost by leaving it')
      await sleep(10)
    }
    log.info('the embedded Redis has ended')
  } catch (error) {
    log.warn({ reason: String(error) }, 'the embedded Redis could not be asked to end')
  } finally {
    client.disconnect()
  }
}

function namesIn(list: string): string[] {
  return [...list.matchAll(/ name=(madang-\d+) /g)].map((found) => found[1]!)
}
