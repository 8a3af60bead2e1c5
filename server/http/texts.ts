import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'

/* No message of ours goes deeper; a walk through one that does must end. */
const DEEPEST = 10
/* Half a letter has no bytes, and so no digest; a NUL fits into no database. */
const UNREADABLE = /[\p{Surrogate}\u0000]/u

/** Can everything that was sent be written down? Refuses `text_unsafe`, `malformed` (nested too deep). */
export function checkTexts(value: unknown, depth = 0): Outcome<null> {
  if (typeof value === 'string') return UNREADABLE.test(value) ? refuse('text_unsafe') : ok(null)
  if (typeof value !== 'object' || value === null) return ok(null)
  if (depth >= DEEPEST) return refuse('malformed')
  for (const part of Object.entries(value).flat()) {
    const checked = checkTexts(part, depth + 1)
    if (!checked.ok) return checked
  }
  return ok(null)
}
