import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import type { BoardStep, Issue, Material, Placement } from '../material.ts'

/** A step as it is decided, before it is known who takes it. */
export type Step = Omit<BoardStep, 'by'>

/** A step that changes the placement of some issues; those that stay as they are are left out of it. */
export function place(
  action: BoardStep['action'],
  ids: readonly string[],
  material: Material,
  change: (issue: Issue) => Outcome<Partial<Placement>>,
): Outcome<Step> {
  const changes: BoardStep['changes'] = []
  for (const id of new Set(ids)) {
    const issue = material.issues[id]
    if (!issue || issue.withdrawn) return refuse('issue_not_found')
    const next = change(issue)
    if (!next.ok) return next
    const after = { ...issue.placement, ...next.value }
    if (!samePlacement(after, issue.placement)) changes.push({ issue: id, before: issue.placement, after })
  }
  return ok({ action, changes })
}

export const samePlacement = (a: Placement, b: Placement): boolean =>
  a.title === b.title &&
  a.fieldId === b.fieldId &&
  a.mergedInto === b.mergedInto &&
  a.hidden === b.hidden &&
  (a.group ?? null) === (b.group ?? null)
