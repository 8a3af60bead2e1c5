import { randomUUID } from 'node:crypto'
import { refuse, type Refusal } from '../../shared/base/outcome.ts'
import type { Log } from '../log.ts'

/** What a body parser throws is the sender's; all else is ours: logged under an id that the reader can tell us. */
export function refusalOf(error: unknown, log: Log): Refusal {
  // An address with a broken percent sign.
  if (error instanceof URIError) return refuse('malformed')
  const { type } = error as { type?: unknown }
  if (type === 'entity.too.large') return refuse('too_large')
  if (typeof type === 'string') return refuse('malformed')
  const id = randomUUID().slice(0, 8)
  log.error({ err: error, id }, 'a request could not be handled')
  return refuse('internal', { id })
}
