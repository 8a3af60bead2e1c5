import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { Card, cards } from '../cards.ts'
import { defineActivityKind } from '../kind.ts'
import { visibleIssues } from '../material.ts'
import { CollectSettings, type CollectActivity } from './activity.ts'
import { collectCommands, type CollectCommand } from './commands.ts'
import { applyCollect, decideCollect, type CollectFact } from './decide.ts'
import { texts } from './texts.ts'

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
