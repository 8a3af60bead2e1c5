import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { statusOf, titleOf, type Context, type Issue, type Material, type ModerationEntry } from '../material.ts'
import type { CollectCommand } from './commands.ts'
import type { CollectFact } from './decide.ts'

type Moderate = Extract<CollectCommand, { type: 'moderateIssues' }>

/**
 * Several moderators at once: each decides about the words and the state that he has seen. The same decision again is
 * none; another one on the same issue is `already_moderated`, on changed words `issue_changed`. Of several issues those
 * that can be decided are, and the others stay as somebody else has left them.
 */
export function moderate(
  { issues, saw, to, reason }: Moderate,
  material: Material,
  { actor, at }: Context,
): Outcome<CollectFact[]> {
  if (actor.role === 'participant') return refuse('forbidden')
  if ((to === 'returned' || to === 'hidden') && reason === null) return refuse('reason_required')
  const by = { id: actor.id, name: actor.name }
  const entries: ModerationEntry[] = []
  let isTaken = false
  let isChanged = false
  for (const { issue: id, edits } of issues) {
    const issue = material.issues[id]
    if (!issue || issue.withdrawn) {
      if (issues.length === 1) return refuse('issue_not_found')
      continue
    }
    const before = statusOf(issue)
    if (before === to && reasonOf(issue) === reason) continue
    if (before !== saw) isTaken = true
    else if ((issue.edits ?? 0) !== edits) isChanged = true
    else entries.push({ issue: id, text: titleOf(issue), at, by, before, after: to, reason })
  }
  if (entries.length > 0) return ok([{ type: 'issuesModerated', entries }])
  if (isChanged) return refuse('issue_changed')
  return isTaken ? refuse('already_moderated') : ok([])
}

const reasonOf = (issue: Issue) => issue.placement.hidden ?? issue.review?.reason ?? null

export function applyModeration(entries: readonly ModerationEntry[], material: Material): Material {
  const issues = { ...material.issues }
  for (const { issue: id, after, reason } of entries) {
    const issue = issues[id]
    if (!issue) continue
    const { review: _before, ...rest } = issue
    const placement = { ...issue.placement, hidden: after === 'hidden' ? reason : null }
    issues[id] =
      after === 'waiting' || after === 'returned'
        ? { ...rest, placement, review: { status: after, reason } }
        : { ...rest, placement }
  }
  return { ...material, issues, moderation: [...(material.moderation ?? []), ...entries] }
}
