import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

const Line = z.string().trim().max(limits.title)
const Title = Line.min(1)
/* Not `Texts`: what is kept has both languages, always. */
const InBoth = z.strictObject({ ko: z.string(), en: z.string() })

const Statement = z.strictObject({
  kind: z.literal('statement'),
  text: z.string().trim().min(1).max(limits.presentText),
  source: Line.default(''),
})
/** A few years side by side, as the plan's fact sheet has them. */
const Figure = z.strictObject({
  kind: z.literal('figure'),
  title: Title,
  unit: z.string().trim().max(20),
  source: Line,
  points: z
    .array(z.strictObject({ year: z.int().min(1900).max(2200), value: z.number() }))
    .min(1)
    .max(12),
})
export const ResultRow = z.strictObject({
  place: z.int().min(1),
  title: z.string(),
  /** what the method counted, in words: `12개`, `3.4점` */
  figure: InBoth,
})
export type ResultRow = z.infer<typeof ResultRow>
/** A result that was revealed before; it is copied, so that what was shown stays what was shown. */
const Result = z.strictObject({
  kind: z.literal('result'),
  title: Title,
  /** the session and its date */
  source: Line,
  rows: z.array(ResultRow).min(1).max(limits.presentRows),
})
/** The result of a vote earlier in this session: nothing of it is shown before its reveal. */
const EarlierVote = z.strictObject({ kind: z.literal('vote'), activity: ActivityId })

/** One page as it is prepared. */
export const Page = z.discriminatedUnion('kind', [Statement, Figure, Result, EarlierVote])
export type Page = z.infer<typeof Page>
/** One page as it is shown. `pending`: a vote whose result is not revealed. */
export const ShownPage = z.discriminatedUnion('kind', [
  Statement,
  Figure,
  Result,
  z.strictObject({ kind: z.literal('pending') }),
])
export type ShownPage = z.infer<typeof ShownPage>

/** What a revealed vote leaves for a later page. */
export interface RevealedResult {
  title: string
  rows: readonly ResultRow[]
}

export function shownPage(page: Page, results: Readonly<Record<string, RevealedResult>> | undefined): ShownPage {
  if (page.kind !== 'vote') return page
  const result = results?.[page.activity]
  return result && result.rows.length > 0
    ? { kind: 'result', title: result.title, source: '', rows: [...result.rows] }
    : { kind: 'pending' }
}
