import { z } from 'zod'
import { ActivityId, CategoryId, IssueId } from '../../base/ids.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { defineActivityKind } from '../kind.ts'
import { titleOf, visibleIssues, type Material } from '../material.ts'
import { Category, CausesSettings, CauseViewId, type CausesActivity } from './activity.ts'
import { causesCommands, type CausesCommand } from './commands.ts'
import { decideCauses } from './decide.ts'
import { applyCauses, type CausesFact } from './facts.ts'
import { causesUnder, causeTitle } from './graph.ts'
import { texts } from './texts.ts'

/** A cause as the room sees it: no author, no time. */
export const CauseCard = z.strictObject({
  id: IssueId,
  text: z.string(),
  /** the issue or the causes that it explains, of those that are shown with it */
  parents: z.array(IssueId),
  category: CategoryId.nullable(),
  chosen: z.boolean(),
  /** how many other issues share it */
  otherIssues: z.int().min(0),
})
export type CauseCard = z.infer<typeof CauseCard>

const step = {
  kind: z.literal('causes'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
  view: CauseViewId,
  /** the issue that is worked on */
  issue: z.strictObject({ id: IssueId, title: z.string() }).nullable(),
  categories: z.array(Category),
  /** of this issue, in the order of their arrival */
  causes: z.array(CauseCard),
}
const PhoneStep = z.strictObject({ ...step, perPerson: z.int().min(1) })
const HallStep = z.strictObject(step)

/**
 * One issue at a time the room asks why, and why again. What is found can be drawn as a tree, a fishbone or a chain. It
 * can be opened again after it was closed.
 */
export const causes = defineActivityKind<
  'causes',
  CausesActivity,
  CausesCommand,
  CausesFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'causes',
  texts,
  settings: CausesSettings,
  commands: causesCommands,
  facts: [
    'causeAdded',
    'causeRevised',
    'causeWithdrawn',
    'causesArranged',
    'causeStepUndone',
    'causesStaged',
    'causesFiled',
  ],
  begin(frame, given) {
    const settings = CausesSettings.parse(given)
    const categories = settings.categories.map((name, n) => ({ id: `c${n + 1}`, name }))
    return { ...frame, kind: 'causes', settings, phase: 'prepared', issue: null, view: settings.view, categories }
  },
  open(activity, material) {
    const issue = firstIssue(activity, material)
    return issue === null ? refuse('issue_not_found') : ok({ ...activity, phase: 'open', issue })
  },
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide: decideCauses,
  apply: applyCauses,
  steps: { phone: PhoneStep, hall: HallStep },
  phone: (activity, material) => ({ ...stepOf(activity, material), perPerson: activity.settings.perPerson }),
  hall: (activity, material) => stepOf(activity, material),
})

/** The issue that was worked on, the one that was prepared, the best of the last vote, or the first on the wall. */
function firstIssue({ issue, settings }: CausesActivity, material: Material): string | null {
  const visible = visibleIssues(material).map(({ id }) => id)
  const wanted = [issue ?? '', ...(settings.issues ?? []), ...(material.ranked ?? [])]
  return wanted.find((id) => visible.includes(id)) ?? visible[0] ?? null
}

function stepOf({ id, title, phase, view, issue, categories }: CausesActivity, material: Material) {
  const focused = issue === null ? undefined : material.issues[issue]
  const cards = issue === null ? [] : causesUnder(material, issue)
  return {
    kind: 'causes' as const,
    activity: id,
    title,
    phase,
    view,
    issue: focused ? { id: focused.id, title: titleOf(focused) } : null,
    categories: [...categories],
    causes: cards.map(({ cause, parents, otherIssues }) => ({
      id: cause.id,
      text: causeTitle(cause),
      parents,
      category: cause.placement.category,
      chosen: cause.placement.chosen,
      otherIssues,
    })),
  }
}
