import type { Issue, Material } from '../material.ts'

/** The words that a candidate grew from: marked quotes first, else all its notes, in the order of speech. */
export function quotesOf({ evidence }: Issue, { notes }: Pick<Material, 'notes'>): string[] {
  const said = (evidence?.notes ?? []).flatMap((id) => {
    const note = notes[id]
    return note && !note.isRemoved ? [note] : []
  })
  const quotes = said.filter(({ isQuote }) => isQuote)
  return (quotes.length > 0 ? quotes : said).sort((a, b) => a.at - b.at).map(({ text }) => text)
}
