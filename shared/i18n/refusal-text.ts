import type { Refusal } from '../base/outcome.ts'
import { languages } from './index.ts'
import { fill } from './translate.ts'

export type SayRefusal = (refusal: Refusal, language: string) => string

/** The sentences of all refusals in all languages: the server says them, so that a phone need not load them. */
export async function loadRefusalTexts(): Promise<SayRefusal> {
  const loaded = await Promise.all(
    Object.entries(languages).map(async ([id, { language, refusals }]) => {
      const { refusalTexts } = await refusals()
      return [id, { language, refusalTexts }] as const
    }),
  )
  const byId = new Map(loaded)
  return ({ refusal, details = {} }, id) => {
    const entry = byId.get(id) ?? byId.get('ko')
    if (!entry) throw new Error('there is no Korean catalogue of refusals')
    return fill(entry.refusalTexts[refusal], details, entry.language)
  }
}
