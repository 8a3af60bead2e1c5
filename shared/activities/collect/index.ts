import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { Card, cards } from '../cards.ts'
import { defineActivityKind } from '../kind.ts'
import { visibleIssues, type Material } from '../material.ts'
import { CollectSettings, FormField, type CollectActivity } from './activity.ts'
import { collectCommands, type CollectCommand } from './commands.ts'
import { applyCollect, decideCollect, isKept, type CollectFact } from './decide.ts'
import { texts } from './texts.ts'

const step = {
  kind: z.literal('collect'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
}
/** Issues are written alone, and shown when all are revealed together: until then the room knows how many there are. */
const kept = { isKept: z.boolean(), written: z.int().min(0) }
const PhoneStep = z.strictObject({
  ...step,
  ...kept,
  askDetail: z.boolean(),
  askField: z.boolean(),
  perPerson: z.int(),
  approveFirst: z.boolean(),
  form: z.array(FormField),
  collected: z.int().min(0),
})
const HallStep = z.strictObject({ ...step, ...kept, cards: z.array(Card) })

const keptOf = (activity: CollectActivity, material: Material) => ({
  isKept: isKept(activity, material),
  written: Object.values(material.issues).filter((one) => one.activity === activity.id && !one.withdrawn).length,
})

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
  facts: [
    'issueSubmitted',
    'issueRevised',
    'issueWithdrawn',
    'issueSupported',
    'supportWithdrawn',
    'issuesModerated',
    'issuesRevealed',
  ],
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
  phone: (activity, material) => ({
    kind: 'collect',
    activity: activity.id,
    title: activity.title,
    phase: activity.phase,
    ...keptOf(activity, material),
    askDetail: activity.settings.askDetail,
    askField: activity.settings.askField,
    perPerson: activity.settings.perPerson,
    approveFirst: activity.settings.moderation === 'approveFirst',
    form: activity.settings.form ?? [],
    collected: visibleIssues(material).length,
  }),
  hall: (activity, material) => ({
    kind: 'collect',
    activity: activity.id,
    title: activity.title,
    phase: activity.phase,
    ...keptOf(activity, material),
    cards: cards(material),
  }),
})
