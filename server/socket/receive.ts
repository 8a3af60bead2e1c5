import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { refuse, type Refusal } from '../../shared/base/outcome.ts'
import { refusals } from '../../shared/base/refusals.ts'
import type { SayRefusal } from '../../shared/i18n/refusal-text.ts'
import type { Refused } from '../../shared/protocol/live.ts'
import type { Log } from '../log.ts'
import type { StoredBallot } from '../live/index.ts'

type NotDone = Refusal & { stored?: StoredBallot }

export interface ReceiveParts {
  say: SayRefusal
  log: Log
  /** may this socket send one more message now? */
  mayReceive(socket: Socket): Promise<boolean>
}

/** A refusal in words, as it goes over the wire. */
export function refused(refusal: NotDone, say: SayRefusal, language: string): Refused {
  const answer: Refused = {
    ok: false,
    code: refusal.refusal,
    retryable: refusals[refusal.refusal].retry,
    message: say(refusal, language),
  }
  return refusal.stored ? { ...answer, stored: refusal.stored } : answer
}

/**
 * The one way in for every event: what comes is checked for its shape before anything looks at it, answered by its
 * acknowledgement, and whatever goes wrong behind it is caught here. No packet ends the process, none is echoed.
 */
export function receive<S extends z.ZodType>(
  socket: Socket,
  language: string,
  event: string,
  schema: S,
  parts: ReceiveParts,
  handle: (message: z.output<S>) => Promise<object | NotDone>,
): void {
  socket.on(event, (...received: unknown[]) => {
    // Without an acknowledgement there is nobody to answer: such a message is dropped before it costs anything.
    if (received.length !== 2 || typeof received[1] !== 'function') return
    const [message, acknowledge] = received as [unknown, (answer: object) => void]
    const answer = (value: object | NotDone) =>
      acknowledge('refusal' in value ? refused(value, parts.say, language) : value)
    const work = async () => {
      if (!(await parts.mayReceive(socket))) return answer(refuse('rate_limited'))
      const parsed = schema.safeParse(message)
      answer(parsed.success ? await handle(parsed.data) : refuse('malformed'))
    }
    work().catch((error: unknown) => {
      const id = randomUUID().slice(0, 8)
      parts.log.error({ err: error, id, event }, 'an event could not be handled')
      answer(refuse('internal', { id }))
    })
  })
}
