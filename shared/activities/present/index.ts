import { z } from 'zod'
import { ActivityId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import type { Material } from '../material.ts'
import { Page, ShownPage, shownPage } from './pages.ts'
import { texts } from './texts.ts'

export const PresentSettings = z.strictObject({
  /** in their order; without any the title alone stands there */
  pages: z.array(Page).max(limits.presentPages).default([]),
})
export type PresentSettings = z.infer<typeof PresentSettings>

export interface PresentActivity extends ActivityFrame {
  kind: 'present'
  settings: PresentSettings
  phase: 'prepared' | 'open' | 'closed'
}

export const TurnPage = z
  .strictObject({
    type: z.literal('turnPage'),
    activity: ActivityId,
    page: z.int().min(0).max(limits.presentPages).describe('From 0; beyond the last it is the last.'),
  })
  .describe('Show another page of what is presented, on the projector and on phones.')
export type PresentCommand = z.infer<typeof TurnPage>
export type PresentFact = { type: 'pageTurned'; activity: string; page: number }

const Step = z.strictObject({
  kind: z.literal('present'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
  /** from 0 */
  page: z.int().min(0),
  pages: z.int().min(0),
  shown: ShownPage.nullable(),
})
export type PresentStep = z.infer<typeof Step>

/** Something to look at together: a figure of the fact sheet, an earlier result, a sentence. */
export const present = defineActivityKind<
  'present',
  PresentActivity,
  PresentCommand,
  PresentFact,
  PresentStep,
  PresentStep
>({
  kind: 'present',
  texts,
  settings: PresentSettings,
  commands: [TurnPage],
  facts: ['pageTurned'],
  begin: (frame, settings) => ({
    ...frame,
    kind: 'present',
    settings: PresentSettings.parse(settings),
    phase: 'prepared',
  }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide(command, activities, material): Outcome<PresentFact[]> {
    const activity = activities.find(({ id }) => id === command.activity)
    if (!activity) return refuse('activity_not_found')
    if (activity.phase !== 'open') return refuse('activity_not_open')
    const page = within(command.page, activity)
    return ok(material.pages?.[activity.id] === page ? [] : [{ type: 'pageTurned', activity: activity.id, page }])
  },
  apply: (fact, material) => ({ ...material, pages: { ...material.pages, [fact.activity]: fact.page } }),
  steps: { phone: Step, hall: Step },
  phone: stepOf,
  hall: stepOf,
})

const within = (page: number, { settings }: PresentActivity): number =>
  Math.max(0, Math.min(page, settings.pages.length - 1))

function stepOf(activity: PresentActivity, material: Material): PresentStep {
  const { id, title, phase, settings } = activity
  const page = within(material.pages?.[id] ?? 0, activity)
  const prepared = settings.pages[page]
  return {
    kind: 'present',
    activity: id,
    title,
    phase,
    page,
    pages: settings.pages.length,
    shown: prepared ? shownPage(prepared, material.results) : null,
  }
}
