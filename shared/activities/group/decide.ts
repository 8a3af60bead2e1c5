import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { BoardStep, Issue, Material, Placement } from '../material.ts'
import { mergedInto } from '../material.ts'
import type { GroupCommand } from './commands.ts'

export type GroupFact = { type: 'boardChanged' | 'boardStepUndone'; step: BoardStep }

/** The board can be arranged at any time of a running session: a vote that is open keeps its own copy of the issues. */
export function decideGroup(command: GroupCommand, _activities: unknown, material: Material): Outcome<GroupFact[]> {
  switch (command.type) {
    case 'mergeIssues':
      return merge(command.into, command.issues, material)
    case 'splitIssues':
      return place('split', command.issues, material, (issue) =>
        issue.placement.mergedInto === null ? refuse('not_merged') : ok({ mergedInto: null }),
      )
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
    case 'undo':
      return undo(material)
    default:
      return command satisfies never
  }
}

/** A step that changes the placement of some issues; what would stay as it is gives no fact at all. */
function place(
  action: BoardStep['action'],
  ids: readonly string[],
  material: Material,
  change: (issue: Issue) => Outcome<Partial<Placement>>,
): Outcome<GroupFact[]> {
  const changes: BoardStep['changes'] = []
  for (const id of new Set(ids)) {
    const issue = material.issues[id]
    if (!issue || issue.withdrawn) return refuse('issue_not_found')
    const next = change(issue)
    if (!next.ok) return next
    const after = { ...issue.placement, ...next.value }
    if (!samePlacement(after, issue.placement)) changes.push({ issue: id, before: issue.placement, after })
  }
  return ok(changes.length > 0 ? [{ type: 'boardChanged', step: { action, changes } }] : [])
}

function merge(into: string, ids: readonly string[], material: Material): Outcome<GroupFact[]> {
  const target = material.issues[into]
  if (!target || target.withdrawn || target.placement.mergedInto !== null) return refuse('issue_not_found')
  const sources = ids.filter((id) => id !== into)
  if (sources.length === 0) return refuse('merge_needs_two')
  const withTheirs = sources.flatMap((id) => [id, ...mergedInto(material, id).map((issue) => issue.id)])
  return place('merge', withTheirs, material, () => ok({ mergedInto: into }))
}

function reword(id: string, title: string | null, material: Material): Outcome<GroupFact[]> {
  if (title === null) return place('reword', [id], material, () => ok({ title: null }))
  const clean = cleanText(title, limits.issueText)
  return clean.ok ? place('reword', [id], material, () => ok({ title: clean.value })) : clean
}

function undo(material: Material): Outcome<GroupFact[]> {
  const step = material.undo.at(-1)
  if (!step) return refuse('nothing_to_undo')
  const untouched = step.changes.every(({ issue, after }) => {
    const now = material.issues[issue]
    return now && samePlacement(now.placement, after)
  })
  return untouched ? ok([{ type: 'boardStepUndone', step }]) : refuse('undo_conflict')
}

const samePlacement = (a: Placement, b: Placement): boolean =>
  a.title === b.title && a.fieldId === b.fieldId && a.mergedInto === b.mergedInto && a.hidden === b.hidden

export function applyGroup(fact: GroupFact, material: Material): Material {
  const { step } = fact
  const issues = { ...material.issues }
  for (const { issue: id, before, after } of step.changes) {
    const issue = issues[id]
    if (issue) issues[id] = { ...issue, placement: fact.type === 'boardChanged' ? after : before }
  }
  const undo =
    fact.type === 'boardChanged' ? [...material.undo, step].slice(-limits.undoSteps) : material.undo.slice(0, -1)
  return { ...material, issues, undo }
}
