import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Cause, CauseAction, CausePlacement, CauseStep, Material } from '../material.ts'
import type { CausesActivity } from './activity.ts'
import type { CausesCommand } from './commands.ts'
import type { CausesFact } from './facts.ts'
import { causesIn, isCycle } from './graph.ts'

type Arranging = Exclude<
  CausesCommand,
  { type: 'addCause' | 'reviseCause' | 'withdrawCause' | 'stageCauses' | 'undoCauses' }
>
type Change = (cause: Cause) => Outcome<Partial<CausePlacement>>

/** The facilitator's steps: each changes where causes stand and how they are shown, and can be taken back. */
export function arrange(
  command: Arranging,
  activities: readonly CausesActivity[],
  material: Material,
): Outcome<CausesFact[]> {
  switch (command.type) {
    case 'moveCause':
      return place('move', [command.cause], material, (cause) => move(cause, command, material))
    case 'linkCause':
      return place('link', [command.cause], material, (cause) => link(cause, command.to, material))
    case 'unlinkCause':
      return place('unlink', [command.cause], material, ({ placement }) => {
        const parents = placement.parents.filter((id) => id !== command.from)
        return parents.length > 0 ? ok({ parents }) : refuse('cause_needs_parent')
      })
    case 'rewordCause':
      return place('reword', [command.cause], material, () => {
        if (command.title === null) return ok({ title: null })
        const clean = cleanText(command.title, limits.causeText)
        return clean.ok ? ok({ title: clean.value }) : clean
      })
    case 'categorizeCause':
      return place('categorize', [command.cause], material, (cause) => {
        const own = activities.find(({ id }) => id === cause.activity)
        const isKnown = command.category === null || own?.categories.some(({ id }) => id === command.category)
        return isKnown ? ok({ category: command.category }) : refuse('unknown_category')
      })
    case 'hideCause':
      return place('hide', [command.cause], material, () => ok({ hidden: command.reason }))
    case 'showCause':
      return place('show', [command.cause], material, () => ok({ hidden: null }))
    case 'chooseCauses':
      return choose(command.causes, command.chosen, material)
    default:
      return command satisfies never
  }
}

export const choose = (ids: readonly string[], chosen: boolean, material: Material): Outcome<CausesFact[]> =>
  place(chosen ? 'choose' : 'unchoose', ids, material, () => ok({ chosen }))

/** What would stay as it is gives no fact at all. */
function place(action: CauseAction, ids: readonly string[], material: Material, change: Change): Outcome<CausesFact[]> {
  const changes: CauseStep['changes'] = []
  for (const id of new Set(ids)) {
    const cause = causesIn(material)[id]
    if (!cause || cause.withdrawn) return refuse('cause_not_found')
    const next = change(cause)
    if (!next.ok) return next
    const after = { ...cause.placement, ...next.value }
    if (!isSame(after, cause.placement)) changes.push({ cause: id, before: cause.placement, after })
  }
  return ok(changes.length > 0 ? [{ type: 'causesArranged', step: { action, changes } }] : [])
}

const exists = (id: string, material: Material): boolean => {
  const there = causesIn(material)[id] ?? material.issues[id]
  return there !== undefined && !there.withdrawn
}

function move(
  { id, placement }: Cause,
  { from, to }: { from: string; to: string },
  material: Material,
): Outcome<Partial<CausePlacement>> {
  if (!exists(to, material) || !placement.parents.includes(from)) return refuse('cause_not_found')
  if (isCycle(material, id, to)) return refuse('cause_cycle')
  return ok({ parents: [...new Set(placement.parents.map((parent) => (parent === from ? to : parent)))] })
}

function link({ id, placement }: Cause, to: string, material: Material): Outcome<Partial<CausePlacement>> {
  if (!exists(to, material)) return refuse('cause_not_found')
  if (isCycle(material, id, to)) return refuse('cause_cycle')
  const parents = [...new Set([...placement.parents, to])]
  const max = limits.parentsOfCause
  return parents.length > max ? refuse('too_many_parents', { max }) : ok({ parents })
}

/** The latest step, if nobody has changed what it changed. Steps are taken back in turn, so no circle can come of it. */
export function undoCauses(material: Material): Outcome<CausesFact[]> {
  const step = material.causeUndo?.at(-1)
  if (!step) return refuse('nothing_to_undo')
  const isUntouched = step.changes.every(({ cause, after }) => {
    const now = causesIn(material)[cause]
    return now && isSame(now.placement, after)
  })
  return isUntouched ? ok([{ type: 'causeStepUndone', step }]) : refuse('undo_conflict')
}

const isSame = (a: CausePlacement, b: CausePlacement): boolean =>
  a.title === b.title &&
  a.category === b.category &&
  a.hidden === b.hidden &&
  a.chosen === b.chosen &&
  a.parents.join() === b.parents.join()
