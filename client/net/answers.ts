import type { RefusalCode } from '../../shared/base/refusals.ts'

/** A "no" as a screen meets it: from the server with its sentence, or `unreachable` without one. */
export interface NoAnswer {
  ok: false
  code: RefusalCode | 'unreachable'
  retryable: boolean
  /** a sentence in the reader's language; empty when nobody could be asked */
  message: string
  /** with `malformed`: where the body does not fit */
  errors?: readonly { path: string; message: string }[]
}

export type Reply<T> = { ok: true; value: T } | NoAnswer

export const unreachable: NoAnswer = { ok: false, code: 'unreachable', retryable: true, message: '' }

/** What an HTTP answer says; anything that is not our own problem document counts as unreachable. */
export async function readReply<T>(response: Response): Promise<Reply<T>> {
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return { ok: true, value: body as T }
  if (typeof body !== 'object' || body === null || !('code' in body)) return unreachable
  const { code, detail, retryable, errors } = body as {
    code: RefusalCode
    detail?: string
    retryable?: boolean
    errors?: NoAnswer['errors']
  }
  return { ok: false, code, retryable: retryable ?? false, message: detail ?? '', errors }
}
