import { z } from 'zod'
import { ActivityId, ResponseId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { defineActivityKind } from '../kind.ts'
import type { Material } from '../material.ts'
import { WordsSettings, type WordsActivity } from './activity.ts'
import { CloudWord, cloudOf } from './cloud.ts'
import { wordsCommands, type WordsCommand } from './commands.ts'
import { applyWords, decideWords, type WordsFact } from './decide.ts'
import { shownResponses } from './response.ts'
import { texts } from './texts.ts'

const Step = z.strictObject({
  kind: z.literal('words'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
  ...WordsSettings.shape,
  /** how many were written, hidden ones not among them */
  collected: z.int().min(0),
  /** the nouns, those of most people first; empty before they are shown, and with `cards` */
  words: z.array(CloudWord),
  /** the responses, the latest first; empty before they are shown, and with `cloud` */
  cards: z.array(z.strictObject({ id: ResponseId, text: z.string() })),
})
export type WordsStep = z.infer<typeof Step>

/** An open question: short answers, shown as a cloud of their nouns or as cards. It can be opened again. */
export const words = defineActivityKind<'words', WordsActivity, WordsCommand, WordsFact, WordsStep, WordsStep>({
  kind: 'words',
  texts,
  settings: WordsSettings,
  commands: wordsCommands,
  facts: ['responseSubmitted', 'responseRevised', 'responseWithdrawn', 'responseHidden'],
  begin: (frame, settings) => ({ ...frame, kind: 'words', settings: WordsSettings.parse(settings), phase: 'prepared' }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: decideWords,
  apply: applyWords,
  steps: { phone: Step, hall: Step },
  // A phone that writes needs no picture; it gets it when everybody looks.
  phone: (activity, material) => stepOf(activity, material, activity.phase === 'closed'),
  hall: (activity, material) =>
    stepOf(activity, material, activity.phase === 'closed' || activity.settings.reveal === 'live'),
})

function stepOf({ id, title, phase, settings }: WordsActivity, material: Material, isShown: boolean): WordsStep {
  const responses = shownResponses(material.responses, id)
  const shown = isShown ? responses : []
  return {
    kind: 'words',
    activity: id,
    title,
    phase,
    ...settings,
    collected: responses.length,
    words: settings.show === 'cloud' ? cloudOf(shown) : [],
    cards: settings.show === 'cards' ? shown.map(({ id, text }) => ({ id, text })).reverse() : [],
  }
}
