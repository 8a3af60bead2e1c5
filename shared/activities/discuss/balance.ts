import type { NoteLine, Speaker } from './note.ts'

/** How much one participant has spoken, as far as it was written down. */
export interface Spoken {
  speaker: Speaker
  /** lines of the same speaker that follow each other are one turn */
  turns: number
  /** of all letters that participants spoke, 0 to 1 */
  part: number
  /** epoch ms; null: has not spoken yet */
  lastAt: number | null
}

/**
 * Turns and part of the talk of the participants 1 to `people`, in that order, and of those beyond who spoke. The
 * moderator and answers of phones do not count. `lines` in the order of speech.
 */
export function speakingBalance(lines: readonly NoteLine[], people: number): Spoken[] {
  const spoken = new Map<string, { turns: number; letters: number; lastAt: number }>()
  let before = ''
  for (const { source, speaker, text, at } of lines) {
    if (source === 'phone') continue
    const so = spoken.get(speaker) ?? { turns: 0, letters: 0, lastAt: at }
    spoken.set(speaker, {
      turns: so.turns + (before === speaker ? 0 : 1),
      letters: so.letters + [...text].length,
      lastAt: at,
    })
    before = speaker
  }
  const numbers = Array.from({ length: 12 }, (_, n) => String(n + 1) as Speaker)
  const present = numbers.filter((speaker, n) => n < people || spoken.has(speaker))
  const all = present.reduce((sum, speaker) => sum + (spoken.get(speaker)?.letters ?? 0), 0)
  return present.map((speaker) => {
    const { turns = 0, letters = 0, lastAt = null } = spoken.get(speaker) ?? {}
    return { speaker, turns, part: all === 0 ? 0 : letters / all, lastAt }
  })
}
