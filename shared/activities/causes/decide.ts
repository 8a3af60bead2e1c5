import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Actor, Cause, Context, Material } from '../material.ts'
import { visibleIssues } from '../material.ts'
import type { CausesActivity, Category } from './activity.ts'
import { arrange, undoCauses } from './arrange.ts'
import type { CausesCommand } from './commands.ts'
import type { CausesFact } from './facts.ts'
import { causesIn, isShown } from './graph.ts'

/** Words are taken while the activity is open; the facilitator can arrange at any time of a running session. */
export function decideCauses(
  command: CausesCommand,
  activities: readonly CausesActivity[],
  material: Material,
  { actor }: Context,
): Outcome<CausesFact[]> {
  switch (command.type) {
    case 'addCause':
      return add(command, activities, material, actor)
    case 'reviseCause':
    case 'withdrawCause':
      return changeOwn(command, activities, material, actor)
    case 'stageCauses':
      return stage(command, activities, material)
    case 'undoCauses':
      return undoCauses(material)
    default:
      return arrange(command, activities, material)
  }
}

const seatOf = (actor: Actor): string | null => (actor.role === 'participant' ? actor.seat : null)

function add(
  command: Extract<CausesCommand, { type: 'addCause' }>,
  activities: readonly CausesActivity[],
  material: Material,
  actor: Actor,
): Outcome<CausesFact[]> {
  const activity = activities.find(({ id }) => id === command.activity)
  if (!activity) return refuse('activity_not_found')
  if (activity.phase !== 'open') return refuse('activity_not_open')
  const author = seatOf(actor)
  const max = activity.settings.perPerson
  const own = Object.values(causesIn(material)).filter(
    (cause) => cause.author === author && cause.activity === activity.id && !cause.withdrawn,
  )
  if (author !== null && own.length >= max) return refuse('too_many_causes', { max })
  if (!canStandBelow(command.parent, material)) return refuse('cause_not_found')
  const { category } = command
  if (category !== null && !activity.categories.some(({ id }) => id === category)) return refuse('unknown_category')
  const text = cleanText(command.text, limits.causeText)
  if (!text.ok) return text
  const placement = { title: null, parents: [command.parent], category, hidden: null, chosen: false }
  const id = `i${material.nextIssue}`
  const cause: Cause = { id, activity: activity.id, author, text: text.value, withdrawn: false, placement }
  return ok([{ type: 'causeAdded', cause }])
}

const canStandBelow = (id: string, material: Material): boolean => {
  const cause = causesIn(material)[id]
  return cause ? isShown(cause) : visibleIssues(material).some((issue) => issue.id === id)
}

function changeOwn(
  command: Extract<CausesCommand, { type: 'reviseCause' | 'withdrawCause' }>,
  activities: readonly CausesActivity[],
  material: Material,
  actor: Actor,
): Outcome<CausesFact[]> {
  const cause = causesIn(material)[command.cause]
  if (!cause || cause.withdrawn) return refuse('cause_not_found')
  if (cause.author !== seatOf(actor)) return refuse('not_your_cause')
  if (activities.find(({ id }) => id === cause.activity)?.phase !== 'open') return refuse('activity_not_open')
  if (command.type === 'withdrawCause') return ok([{ type: 'causeWithdrawn', cause: cause.id }])
  const text = cleanText(command.text, limits.causeText)
  return text.ok ? ok([{ type: 'causeRevised', cause: cause.id, text: text.value }]) : text
}

function stage(
  { activity: id, issue, view, categories }: Extract<CausesCommand, { type: 'stageCauses' }>,
  activities: readonly CausesActivity[],
  material: Material,
): Outcome<CausesFact[]> {
  const activity = activities.find((one) => one.id === id)
  if (!activity) return refuse('activity_not_found')
  if (issue !== undefined && !visibleIssues(material).some((one) => one.id === issue)) return refuse('issue_not_found')
  const next: CausesActivity = {
    ...activity,
    ...(issue !== undefined && { issue }),
    ...(view !== undefined && { view }),
    ...(categories !== undefined && { categories: numbered(categories, activity, material) }),
  }
  return ok(JSON.stringify(next) === JSON.stringify(activity) ? [] : [{ type: 'causesStaged', activity: next }])
}

/** A new category has a number that none had before: causes of one that was taken away do not jump into it. */
function numbered(
  categories: readonly { id: string | null; name: string }[],
  activity: CausesActivity,
  material: Material,
): Category[] {
  const used = Object.values(causesIn(material)).map(({ placement }) => placement.category ?? 'c0')
  const numbers = [...used, ...activity.categories.map(({ id }) => id)].map((id) => Number(id.slice(1)))
  let last = Math.max(0, ...numbers)
  return categories.map(({ id, name }) => ({ id: id ?? `c${(last += 1)}`, name }))
}
