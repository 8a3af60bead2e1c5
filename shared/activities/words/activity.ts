import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import type { ActivityFrame } from '../kind.ts'

export const WordsSettings = z.strictObject({
  /** responses that one person may give */
  perPerson: z.int().min(1).max(limits.responsesPerPerson).default(3),
  /** what the room sees: the nouns, sized by the number of people who wrote them, or the responses themselves */
  show: z.enum(['cloud', 'cards']).default('cloud'),
  /** while it is open, or to everybody at once when it is closed: nobody writes what the first ones wrote */
  reveal: z.enum(['live', 'together']).default('together'),
})
export type WordsSettings = z.infer<typeof WordsSettings>

export interface WordsActivity extends ActivityFrame {
  kind: 'words'
  settings: WordsSettings
  phase: 'prepared' | 'open' | 'closed'
}
