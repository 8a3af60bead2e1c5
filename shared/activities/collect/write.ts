import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import { statusOf, type Actor, type Issue, type IssuePart, type Material } from '../material.ts'
import type { CollectActivity } from './activity.ts'
import type { CollectCommand } from './commands.ts'
import type { CollectFact } from './decide.ts'
import { findPersonalData } from './personal-data.ts'

type Command<Type extends CollectCommand['type']> = Extract<CollectCommand, { type: Type }>
interface Words {
  text: string
  detail: string
  fieldId: string | null
  parts: IssuePart[]
}

export const seatOf = (actor: Actor): string | null => (actor.role === 'participant' ? actor.seat : null)
const isRevealed = (activity: CollectActivity, material: Material): boolean =>
  (material.revealed ?? []).includes(activity.id)

export function submit(
  command: Command<'submitIssue'>,
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
  const words = cleanWords(command, activity, material)
  if (!words.ok) return words
  const { fieldId, parts, ...texts } = words.value
  const issue: Issue = {
    id: `i${material.nextIssue}`,
    activity: activity.id,
    author,
    ...texts,
    withdrawn: false,
    placement: { title: null, fieldId, mergedInto: null, hidden: null },
    ...place.value,
    ...(parts.length > 0 && { parts }),
    ...(mustWait(words.value, activity, actor) && { review: { status: 'waiting' as const, reason: null } }),
    ...(activity.settings.reveal === 'together' && !isRevealed(activity, material) && { isAlone: true as const }),
  }
  return ok([{ type: 'issueSubmitted', issue }])
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

/** Words that were returned wait again, also where everything else is shown at once: somebody objected to them before. */
export function revise(
  command: Command<'reviseIssue'>,
  issue: Issue,
  activity: CollectActivity,
  material: Material,
  actor: Actor,
): Outcome<CollectFact[]> {
  const words = cleanWords(command, activity, material)
  if (!words.ok) return words
  const { parts, ...texts } = words.value
  const isWaiting =
    statusOf(issue) === 'returned' || issue.review !== undefined || mustWait(words.value, activity, actor)
  const fact = { type: 'issueRevised' as const, issue: issue.id, ...texts, isWaiting }
  return ok([parts.length > 0 || issue.parts ? { ...fact, parts } : fact])
}

/** What a facilitator writes down for somebody has been moderated. Personal data is never shown before somebody looked. */
const mustWait = ({ text, detail, parts }: Words, { settings }: CollectActivity, actor: Actor): boolean =>
  actor.role !== 'facilitator' &&
  (settings.moderation === 'approveFirst' ||
    [text, detail, ...parts.map((part) => part.text)].some((one) => findPersonalData(one).length > 0))

function cleanWords(
  command: Command<'submitIssue' | 'reviseIssue'>,
  { settings }: CollectActivity,
  material: Material,
): Outcome<Words> {
  const text = cleanText(command.text, limits.issueText)
  if (!text.ok) return text
  const detail = cleanText(command.detail, limits.issueDetail)
  if (!detail.ok && detail.refusal !== 'text_empty') return detail
  const { fieldId } = command
  if (fieldId !== null && !material.fields.some((field) => field.id === fieldId)) return refuse('unknown_field')
  const parts = cleanParts(command.answers ?? {}, settings)
  if (!parts.ok) return parts
  const words = { text: text.value, detail: detail.ok ? detail.value : '', fieldId, parts: parts.value }
  const all = [words.text, words.detail, ...words.parts.map((part) => part.text)]
  const isTold = all.some((one) => findPersonalData(one).some(({ kind }) => kind === 'residentNumber'))
  return isTold ? refuse('personal_data') : ok(words)
}

/** The answers to the further questions, in the form's order; questions that nobody answered are left out. */
function cleanParts(
  answers: Readonly<Record<string, string>>,
  { form = [] }: CollectActivity['settings'],
): Outcome<IssuePart[]> {
  const asked = form.slice(1)
  if (Object.keys(answers).some((id) => !asked.some((field) => field.id === id))) return refuse('malformed')
  const parts: IssuePart[] = []
  for (const { id, label, required, kind } of asked) {
    const text = cleanText(answers[id] ?? '', kind === 'text' ? limits.issueDetail : limits.issueText)
    if (text.ok) parts.push({ field: id, label, text: text.value })
    else if (text.refusal !== 'text_empty') return text
    else if (required) return refuse('answer_missing', { label })
  }
  return ok(parts)
}
