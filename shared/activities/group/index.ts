import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { Card, cards } from '../cards.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import { IssueGroup } from '../material.ts'
import { groupCommands, type GroupCommand } from './commands.ts'
import { applyGroup, decideGroup, type GroupFact } from './decide.ts'
import { texts } from './texts.ts'

export const GroupSettings = z.strictObject({})

export interface GroupActivity extends ActivityFrame {
  kind: 'group'
  settings: z.infer<typeof GroupSettings>
  phase: 'prepared' | 'open' | 'closed'
}

const step = {
  kind: z.literal('group'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
}
const PhoneStep = z.strictObject(step)
const HallStep = z.strictObject({ ...step, cards: z.array(Card), groups: z.array(IssueGroup) })

/** The facilitator arranges the board while the hall watches. It can be opened again after it was closed. */
export const group = defineActivityKind<
  'group',
  GroupActivity,
  GroupCommand,
  GroupFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'group',
  texts,
  settings: GroupSettings,
  commands: groupCommands,
  facts: ['boardChanged', 'boardStepUndone'],
  begin: (frame, settings) => ({ ...frame, kind: 'group', settings: GroupSettings.parse(settings), phase: 'prepared' }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: decideGroup,
  apply: applyGroup,
  steps: { phone: PhoneStep, hall: HallStep },
  phone: ({ id, title, phase }) => ({ kind: 'group', activity: id, title, phase }),
  hall: ({ id, title, phase }, material) => ({
    kind: 'group',
    activity: id,
    title,
    phase,
    cards: cards(material),
    groups: [...material.groups],
  }),
})
