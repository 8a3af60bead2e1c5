import { limits } from '../../shared/base/limits.ts'
import type { Outcome } from '../../shared/base/outcome.ts'
import { cleanText } from '../../shared/base/text.ts'

/** A title as it is kept: one line. Refuses `text_empty` (nothing visible), `text_too_long`, `text_unsafe`. */
export const cleanTitle = (raw: string): Outcome<string> => cleanText(raw.replace(/\s*\n\s*/g, ' '), limits.title)
