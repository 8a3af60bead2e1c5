import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Actor, Context, Issue, Material } from '../material.ts'
import type { CollectActivity } from './activity.ts'
import type { CollectCommand } from './commands.ts'

export type CollectFact =
  | { type: 'issueSubmitted'; issue: Issue }
  | { type: 'issueRevised'; issue: string; text: string; detail: string; fieldId: string | null }
  | { type: 'issueWithdrawn'; issue: string }

export function decideCollect(
  command: CollectCommand,
  activities: readonly CollectActivity[],
  material: Material,
  { actor }: Context,
): Outcome<CollectFact[]> {
  const id = command.type === 'submitIssue' ? command.activity : material.issues[command.issue]?.activity
  const activity = activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse(command.type === 'submitIssue' ? 'activity_not_found' : 'issue_not_found')
  if (activity.phase !== 'open') return refuse('activity_not_open')
  if (command.type === 'submitIssue') return submit(command, activity, material, actor)

  const issue = material.issues[command.issue]
  if (!issue || issue.withdrawn) return refuse('issue_not_found')
  if (issue.author !== seatOf(actor)) return refuse('not_your_issue')
  if (command.type === 'withdrawIssue') return ok([{ type: 'issueWithdrawn', issue: issue.id }])
  const words = cleanWords(command, material)
  return words.ok ? ok([{ type: 'issueRevised', issue: issue.id, ...words.value }]) : words
}

const seatOf = (actor: Actor): string | null => (actor.role === 'participant' ? actor.seat : null)

function submit(
  command: Extract<CollectCommand, { type: 'submitIssue' }>,
  activity: CollectActivity,
  material: Material,
  actor: Actor,
): Outcome<CollectFact[]> {
  const author = seatOf(actor)
  const own = Object.values(material.issues).filter(
    (issue) => issue.author === author && issue.activity === activity.id && !issue.withdrawn,
  )
  if (author !== null && own.length >= activity.settings.perPerson) {
    return refuse('too_many_issues', { max: activity.settings.perPerson })
  }
  const place = placeOf(activity, material, actor)
  if (!place.ok) return place
  const words = cleanWords(command, material)
  if (!words.ok) return words
  const { text, detail, fieldId } = words.value
  const placement = { title: null, fieldId, mergedInto: null, hidden: null }
  const id = `i${material.nextIssue}`
  return ok([
    {
      type: 'issueSubmitted',
      issue: { id, activity: activity.id, author, text, detail, withdrawn: false, placement, ...place.value },
    },
  ])
}

/** Where an issue is written. What a table writes for itself stays there until it is rolled up. */
function placeOf(
  { settings }: CollectActivity,
  { tableOf }: Material,
  actor: Actor,
): Outcome<Pick<Issue, 'table' | 'rolledUp'>> {
  const table = actor.role === 'participant' ? tableOf?.[actor.seat] : actor.table
  if (table === undefined) {
    return settings.scope === 'tables' && actor.role === 'participant' ? refuse('table_missing') : ok({})
  }
  return ok(settings.scope === 'tables' ? { table, rolledUp: null } : { table })
}

function cleanWords(
  command: { text: string; detail: string; fieldId: string | null },
  material: Material,
): Outcome<{ text: string; detail: string; fieldId: string | null }> {
  const text = cleanText(command.text, limits.issueText)
  if (!text.ok) return text
  const detail = cleanText(command.detail, limits.issueDetail)
  if (!detail.ok && detail.refusal !== 'text_empty') return detail
  if (command.fieldId !== null && !material.fields.some((field) => field.id === command.fieldId)) {
    return refuse('unknown_field')
  }
  return ok({ text: text.value, detail: detail.ok ? detail.value : '', fieldId: command.fieldId })
}

export function applyCollect(fact: CollectFact, material: Material): Material {
  if (fact.type === 'issueSubmitted') {
    const issues = { ...material.issues, [fact.issue.id]: fact.issue }
    return { ...material, issues, nextIssue: material.nextIssue + 1 }
  }
  const issue = material.issues[fact.issue]
  if (!issue) return material
  const changed: Issue =
    fact.type === 'issueWithdrawn'
      ? { ...issue, withdrawn: true }
      : { ...issue, text: fact.text, detail: fact.detail, placement: { ...issue.placement, fieldId: fact.fieldId } }
  return { ...material, issues: { ...material.issues, [issue.id]: changed } }
}
