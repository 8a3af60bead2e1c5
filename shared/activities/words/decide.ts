import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import { findPersonalData } from '../collect/personal-data.ts'
import type { Actor, Context, HideReason, Material } from '../material.ts'
import type { WordsActivity } from './activity.ts'
import type { WordsCommand } from './commands.ts'
import type { Response } from './response.ts'

export type WordsFact =
  | { type: 'responseSubmitted'; response: Response }
  | { type: 'responseRevised'; id: string; text: string }
  | { type: 'responseWithdrawn'; id: string }
  | { type: 'responseHidden'; id: string; reason: HideReason | null }

const seatOf = (actor: Actor): string | null => (actor.role === 'participant' ? actor.seat : null)

export function decideWords(
  command: WordsCommand,
  activities: readonly WordsActivity[],
  material: Material,
  { actor }: Context,
): Outcome<WordsFact[]> {
  const isNew = command.type === 'submitResponse'
  const response = isNew ? undefined : material.responses?.[command.response]
  const id = isNew ? command.activity : response?.activity
  const activity = activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse(isNew ? 'activity_not_found' : 'response_not_found')
  if (isNew) return submit(command.text, activity, material, actor)
  if (!response || response.withdrawn) return refuse('response_not_found')
  if (command.type === 'hideResponse' || command.type === 'showResponse') {
    const reason = command.type === 'hideResponse' ? command.reason : null
    return ok(response.hidden === reason ? [] : [{ type: 'responseHidden', id: response.id, reason }])
  }
  if (activity.phase !== 'open') return refuse('activity_not_open')
  if (response.author !== seatOf(actor)) return refuse('not_your_response')
  if (command.type === 'withdrawResponse') return ok([{ type: 'responseWithdrawn', id: response.id }])
  const text = cleanResponse(command.text)
  if (!text.ok) return text
  const revised: WordsFact = { type: 'responseRevised', id: response.id, text: text.value }
  const { hidden } = response
  const isPersonal = hasPersonalData(text.value)
  // Whatever else it was hidden for is for a facilitator to say.
  if (isPersonal === (hidden !== null) || (hidden !== null && hidden !== 'personalData')) return ok([revised])
  return ok([revised, { type: 'responseHidden', id: response.id, reason: isPersonal ? 'personalData' : null }])
}

function submit(raw: string, activity: WordsActivity, material: Material, actor: Actor): Outcome<WordsFact[]> {
  if (activity.phase !== 'open') return refuse('activity_not_open')
  const author = seatOf(actor)
  const { perPerson: max } = activity.settings
  const all = Object.values(material.responses ?? {})
  const own = all.filter((one) => one.author === author && one.activity === activity.id && !one.withdrawn)
  if (author !== null && own.length >= max) return refuse('too_many_responses', { max })
  const text = cleanResponse(raw)
  if (!text.ok) return text
  const response: Response = {
    id: `r${all.length + 1}`,
    activity: activity.id,
    author,
    text: text.value,
    withdrawn: false,
    hidden: hasPersonalData(text.value) ? 'personalData' : null,
  }
  return ok([{ type: 'responseSubmitted', response }])
}

/* An answer goes to the projector as it comes: one with somebody's number in it is not shown before somebody has looked. */
const hasPersonalData = (text: string): boolean => findPersonalData(text).length > 0

function cleanResponse(raw: string): Outcome<string> {
  const text = cleanText(raw, limits.responseText)
  if (!text.ok) return text
  const isResidentNumber = findPersonalData(text.value).some(({ kind }) => kind === 'residentNumber')
  return isResidentNumber ? refuse('personal_data') : text
}

export function applyWords(fact: WordsFact, material: Material): Material {
  if (fact.type === 'responseSubmitted') return withResponse(material, fact.response)
  const response = material.responses?.[fact.id]
  if (!response) return material
  switch (fact.type) {
    case 'responseRevised':
      return withResponse(material, { ...response, text: fact.text })
    case 'responseWithdrawn':
      return withResponse(material, { ...response, withdrawn: true })
    case 'responseHidden':
      return withResponse(material, { ...response, hidden: fact.reason })
  }
}

/* Withdrawn ones stay, so that the next id is always the number of all. */
const withResponse = (material: Material, response: Response): Material => ({
  ...material,
  responses: { ...material.responses, [response.id]: response },
})
