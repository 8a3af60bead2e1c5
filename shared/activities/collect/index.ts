import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok } from '../../base/outcome.ts'
import { Card, cards } from '../cards.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import { visibleIssues } from '../material.ts'
import { collectCommands, type CollectCommand } from './commands.ts'
import { applyCollect, decideCollect, type CollectFact } from './decide.ts'
import { texts } from './texts.ts'

export const CollectSettings = z.strictObject({
  /** offer a second, longer box */
  askDetail: z.boolean().default(true),
  /** let residents name a field of the plan */
  askField: z.boolean().default(false),
  perPerson: z.int().min(1).max(limits.issuesPerParticipant).default(5),
})
export type CollectSettings = z.infer<typeof CollectSettings>

export interface CollectActivity extends ActivityFrame {
  kind: 'collect'
  settings: CollectSettings
  phase: 'prepared' | 'open' | 'closed'
}

const step = {
  kind: z.literal('collect'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
}
const PhoneStep = z.strictObject({ ...step, ...CollectSettings.shape, collected: z.int().min(0) })
const HallStep = z.strictObject({ ...step, cards: z.array(Card) })

/** Participants write issues; the wall shows them as they come. It can be opened again after it was closed. */
export const collect = defineActivityKind<
  'collect',
  CollectActivity,
  CollectCommand,
  CollectFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'collect',
  texts,
  settings: CollectSettings,
  commands: collectCommands,
  facts: ['issueSubmitted', 'issueRevised', 'issueWithdrawn'],
  begin: (frame, settings) => ({
    ...frame,
    kind: 'collect',
    settings: CollectSettings.parse(settings),
    phase: 'prepared',
  }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: decideCollect,
  apply: applyCollect,
  steps: { phone: PhoneStep, hall: HallStep },
  phone: ({ id, title, phase, settings }, material) => ({
    kind: 'collect',
    activity: id,
    title,
    phase,
    ...settings,
    collected: visibleIssues(material).length,
  }),
  hall: ({ id, title, phase }, material) => ({ kind: 'collect', activity: id, title, phase, cards: cards(material) }),
})
