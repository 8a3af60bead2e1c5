import type { RedisClient } from '../../server/redis/connect.ts'
import type { Line } from './line.ts'

type Command = (...args: unknown[]) => Promise<unknown>

/* Writing the append-only file anew forks the store's process: once in each of thousands of worlds is too dear. */
const played: Record<string, string> = {
  call: 'Background append only file rewriting started',
  info: 'aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:0\r\naof_last_bgrewrite_status:ok\r\n',
}

/**
 * The real Redis as a node reaches it: every command goes over the node's line. `look` is called behind each command that
 * was carried out.
 */
export function storeOver(
  line: Line,
  real: RedisClient,
  look: (name: string, answer: unknown) => unknown,
): RedisClient {
  const commands = real as unknown as Record<string, Command | undefined>
  const carryOut = async (name: string, args: unknown[]) => {
    const answer = played[name] ?? (await commands[name]!.apply(real, args))
    await look(name, answer)
    return answer
  }
  const defineCommand: RedisClient['defineCommand'] = (name, definition) => {
    if (!commands[name]) real.defineCommand(name, definition)
  }
  const own: Record<string, unknown> = {
    defineCommand,
    on: (event: string, listener: () => void) => event === 'ready' && line.onBack(listener),
  }
  return new Proxy({} as RedisClient, {
    get: (_target, name: string) => own[name] ?? ((...args: unknown[]) => line.call(name, () => carryOut(name, args))),
  })
}
