import { limits } from '../../shared/base/limits.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { cleanText } from '../../shared/base/text.ts'

/** A title as it is kept: one line. Refuses `text_empty` (nothing visible), `text_too_long`, `text_unsafe`. */
export const cleanTitle = (raw: string): Outcome<string> => cleanText(raw.replace(/\s*\n\s*/g, ' '), limits.title)

/** A draft with its title clean. Refuses like `cleanTitle`, and `text_unsafe` for any other text in it: no database keeps a NUL. */
export function cleanDraft<Draft extends { title: string }>(draft: Draft): Outcome<Draft> {
  const title = cleanTitle(draft.title)
  if (!title.ok) return title
  return textsIn(draft).every(isSafe) ? ok({ ...draft, title: title.value }) : refuse('text_unsafe')
}

function isSafe(text: string): boolean {
  const cleaned = cleanText(text, limits.reason)
  return cleaned.ok || cleaned.refusal !== 'text_unsafe'
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)])
}
