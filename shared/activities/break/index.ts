import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { ok } from '../../base/outcome.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import { texts } from './texts.ts'

export const BreakSettings = z.strictObject({})

export interface BreakActivity extends ActivityFrame {
  kind: 'break'
  settings: z.infer<typeof BreakSettings>
  phase: 'prepared' | 'open' | 'closed'
}

const Step = z.strictObject({
  kind: z.literal('break'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
})
type Step = z.infer<typeof Step>

const stepOf = ({ id, title, phase }: BreakActivity): Step => ({ kind: 'break', activity: id, title, phase })

/** A break of the running order: the session lays its planned minutes over phones and projector when it is opened. */
export const breakKind = defineActivityKind<'break', BreakActivity, never, never, Step, Step>({
  kind: 'break',
  texts,
  settings: BreakSettings,
  commands: [],
  facts: [],
  begin: (frame, settings) => ({ ...frame, kind: 'break', settings: BreakSettings.parse(settings), phase: 'prepared' }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: () => ok([]),
  apply: (_fact, material) => material,
  steps: { phone: Step, hall: Step },
  phone: stepOf,
  hall: stepOf,
})
