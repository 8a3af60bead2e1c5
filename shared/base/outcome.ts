import type { RefusalCode } from './refusals.ts'

/** A named answer "no": expected, translated, never thrown. `details` fill the gaps of its sentence. */
export interface Refusal {
  ok: false
  refusal: RefusalCode
  details?: Record<string, string | number>
}

/** What a rule answers: the value, or the refusal that says why not. */
export type Outcome<T> = { ok: true; value: T } | Refusal

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = (refusal: RefusalCode, details?: Refusal['details']): Refusal =>
  details ? { ok: false, refusal, details } : { ok: false, refusal }
