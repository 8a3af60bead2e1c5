import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Actor, BoardNews, BoardStep, Context, Issue, Material, Placement } from '../material.ts'
import { mergedInto } from '../material.ts'
import type { GroupCommand } from './commands.ts'
import { createGroups, moveGroup, putInGroup, removeGroup, renameGroup } from './groups.ts'
import { place, samePlacement, type Step } from './place.ts'

export type GroupFact =
  | { type: 'boardChanged'; step: BoardStep }
  /** `by`: who took it back; facts of the release before do not say */
  | { type: 'boardStepUndone'; step: BoardStep; by?: { id: string; name: string } }

/** The board can be arranged at any time of a running session: a vote that is open keeps its own copy of the issues. */
export function decideGroup(
  command: GroupCommand,
  _activities: unknown,
  material: Material,
  { actor }: Context,
): Outcome<GroupFact[]> {
  const by = nameOf(actor)
  if (command.type === 'undo') return undo(material, command.step, by)
  const step = decideStep(command, material)
  if (!step.ok) return step
  // What would stay as it is gives no fact at all.
  const isStep = step.value.changes.length > 0 || step.value.groups !== undefined
  return ok(isStep ? [{ type: 'boardChanged', step: { ...step.value, ...(by && { by }) } }] : [])
}

const nameOf = (actor: Actor) => (actor.role === 'participant' ? undefined : { id: actor.id, name: actor.name })

function decideStep(command: Exclude<GroupCommand, { type: 'undo' }>, material: Material): Outcome<Step> {
  switch (command.type) {
    case 'mergeIssues':
      return merge(command.into, command.issues, material)
    case 'splitIssues':
      return place('split', command.issues, material, (issue) => split(issue, material))
    case 'assignField':
      if (command.fieldId !== null && !material.fields.some((field) => field.id === command.fieldId)) {
        return refuse('unknown_field')
      }
      return place('assignField', command.issues, material, () => ok({ fieldId: command.fieldId }))
    case 'hideIssues':
      return place('hide', command.issues, material, () => ok({ hidden: command.reason }))
    case 'showIssues':
      return place('show', command.issues, material, () => ok({ hidden: null }))
    case 'rewordIssue':
      return reword(command.issue, command.title, material)
    case 'createGroups':
      return createGroups(command.groups, material)
    case 'putInGroup':
      return putInGroup(command.issues, command.group, material)
    case 'renameGroup':
      return renameGroup(command.group, command.title, command.was, material)
    case 'moveGroup':
      return moveGroup(command.group, command.before, material)
    case 'removeGroup':
      return removeGroup(command.group, material)
    default:
      return command satisfies never
  }
}

function merge(into: string, ids: readonly string[], material: Material): Outcome<Step> {
  const target = material.issues[into]
  if (!target || target.withdrawn || target.placement.mergedInto !== null) return refuse('issue_not_found')
  const sources = ids.filter((id) => id !== into)
  if (sources.length === 0) return refuse('merge_needs_two')
  const withTheirs = sources.flatMap((id) => [id, ...mergedInto(material, id).map((issue) => issue.id)])
  return place('merge', withTheirs, material, () => ok({ mergedInto: into }))
}

/** Taken out again, an issue stands beside the one it lay under. */
function split({ placement }: Issue, material: Material): Outcome<Partial<Placement>> {
  if (placement.mergedInto === null) return refuse('not_merged')
  return ok({ mergedInto: null, group: material.issues[placement.mergedInto]?.placement.group ?? null })
}

function reword(id: string, title: string | null, material: Material): Outcome<Step> {
  if (title === null) return place('reword', [id], material, () => ok({ title: null }))
  const clean = cleanText(title, limits.issueText)
  return clean.ok ? place('reword', [id], material, () => ok({ title: clean.value })) : clean
}

function undo(material: Material, seen: number | undefined, by: ReturnType<typeof nameOf>): Outcome<GroupFact[]> {
  const step = material.undo.at(-1)
  if (!step) return refuse('nothing_to_undo')
  if (seen !== undefined && seen !== step.number) return refuse('version_conflict')
  const untouched = step.changes.every(({ issue, after }) => {
    const now = material.issues[issue]
    return now && samePlacement(now.placement, after)
  })
  return untouched ? ok([{ type: 'boardStepUndone', step, ...(by && { by }) }]) : refuse('undo_conflict')
}

export function applyGroup(fact: GroupFact, material: Material): Material {
  const { step } = fact
  const isUndoing = fact.type === 'boardStepUndone'
  const issues = { ...material.issues }
  for (const { issue: id, before, after } of step.changes) {
    const issue = issues[id]
    if (issue) issues[id] = { ...issue, placement: isUndoing ? before : after }
  }
  const groups = (isUndoing ? step.groups?.before : step.groups?.after) ?? material.groups
  const number = (material.boardNews?.number ?? 0) + 1
  const undo = isUndoing ? material.undo.slice(0, -1) : [...material.undo, { ...step, number }].slice(-limits.undoSteps)
  // Groups and issues share one row of numbers, and none of it is given twice.
  const nextIssue = Math.max(material.nextIssue, ...groups.map(({ id }) => Number(id.slice(1)) + 1))
  return { ...material, issues, groups, nextIssue, undo, boardNews: newsOf(fact, number, material) }
}

function newsOf(fact: GroupFact, number: number, material: Material): BoardNews {
  const { step } = fact
  const by = fact.type === 'boardStepUndone' ? fact.by : step.by
  return {
    number,
    action: step.action,
    isUndoing: fact.type === 'boardStepUndone',
    by: by ?? null,
    issues: step.changes.length,
    group: groupOfStep(step, material),
  }
}

/** The one group that a step is about: that its issues came into, or that it made, renamed, moved or removed. */
function groupOfStep({ changes, groups }: BoardStep, material: Material): string | null {
  if (!groups) return material.groups.find(({ id }) => id === changes[0]?.after.group)?.title ?? null
  const { before, after } = groups
  const known = new Map(before.map((group) => [group.id, group.title]))
  const changed = after.find(({ id, title }) => known.get(id) !== title)
  const gone = before.find(({ id }) => !after.some((group) => group.id === id))
  const moved = after.find(({ id }, place) => before[place]?.id !== id)
  return (changed ?? gone ?? moved)?.title ?? null
}
