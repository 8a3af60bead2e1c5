import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { Card, cards } from '../cards.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import { codingCommands, type CodingCommand } from './commands.ts'
import { applyCoding, decideCoding, type CodingFact } from './decide.ts'
import { texts } from './texts.ts'

export const CodingSettings = z.strictObject({})

export interface CodingActivity extends ActivityFrame {
  kind: 'coding'
  settings: z.infer<typeof CodingSettings>
  phase: 'prepared' | 'open' | 'closed'
}

const step = {
  kind: z.literal('coding'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
}
const PhoneStep = z.strictObject(step)
/** The hall sees what has become a candidate, never who said what. */
const HallStep = z.strictObject({ ...step, cards: z.array(Card) })

/** What was said becomes codes, themes and candidate issues. It can be opened again after it was closed. */
export const coding = defineActivityKind<
  'coding',
  CodingActivity,
  CodingCommand,
  CodingFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'coding',
  texts,
  settings: CodingSettings,
  commands: codingCommands,
  facts: [
    'codeKept',
    'codeRemoved',
    'codeRestored',
    'themeKept',
    'themeRemoved',
    'themeRestored',
    'noteTagged',
    'issueProposed',
  ],
  begin: (frame, settings) => ({
    ...frame,
    kind: 'coding',
    settings: CodingSettings.parse(settings),
    phase: 'prepared',
  }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: decideCoding,
  apply: applyCoding,
  steps: { phone: PhoneStep, hall: HallStep },
  phone: ({ id, title, phase }) => ({ kind: 'coding', activity: id, title, phase }),
  hall: ({ id, title, phase }, material) => ({ kind: 'coding', activity: id, title, phase, cards: cards(material) }),
})
