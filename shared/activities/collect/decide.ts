import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { isPublic, type Context, type Issue, type IssuePart, type Material, type ModerationEntry } from '../material.ts'
import type { CollectActivity } from './activity.ts'
import type { CollectCommand } from './commands.ts'
import { applyModeration, moderate } from './moderate.ts'
import { revise, seatOf, submit } from './write.ts'

export type CollectFact =
  | { type: 'issueSubmitted'; issue: Issue }
  | {
      type: 'issueRevised'
      issue: string
      text: string
      detail: string
      fieldId: string | null
      parts?: IssuePart[]
      /** whether a moderator has to look at it now; missing in sessions of the release before: no */
      isWaiting?: boolean
    }
  | { type: 'issueWithdrawn'; issue: string }
  | { type: 'issueSupported' | 'supportWithdrawn'; issue: string; seat: string }
  | { type: 'issuesModerated'; entries: ModerationEntry[] }
  | { type: 'issuesRevealed'; activity: string }

export function decideCollect(
  command: CollectCommand,
  activities: readonly CollectActivity[],
  material: Material,
  context: Context,
): Outcome<CollectFact[]> {
  const { actor } = context
  // Moderating and revealing go on after the writing has been closed.
  if (command.type === 'moderateIssues') return moderate(command, material, context)
  if (command.type === 'revealIssues') return reveal(command.activity, activities, material)

  const id = command.type === 'submitIssue' ? command.activity : material.issues[command.issue]?.activity
  const activity = activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse(command.type === 'submitIssue' ? 'activity_not_found' : 'issue_not_found')
  if (activity.phase !== 'open') return refuse('activity_not_open')
  if (command.type === 'submitIssue') return submit(command, activity, material, actor)

  const issue = material.issues[command.issue]
  if (!issue || issue.withdrawn) return refuse('issue_not_found')
  if (command.type === 'supportIssue' || command.type === 'withdrawSupport') {
    return support(issue, command.type === 'supportIssue', material, seatOf(actor))
  }
  if (issue.author !== seatOf(actor)) return refuse('not_your_issue')
  if (command.type === 'withdrawIssue') return ok([{ type: 'issueWithdrawn', issue: issue.id }])
  return revise(command, issue, activity, material, actor)
}

function support(issue: Issue, wanted: boolean, material: Material, seat: string | null): Outcome<CollectFact[]> {
  if (seat === null) return refuse('forbidden')
  const has = issue.supporters?.includes(seat) ?? false
  if (wanted && issue.author === seat) return refuse('own_issue')
  // What a seat cannot see it cannot want; what it wanted before can always be taken back.
  if (wanted && !isPublic(material, issue)) return refuse('issue_not_found')
  if (wanted === has) return ok([])
  return ok([{ type: wanted ? 'issueSupported' : 'supportWithdrawn', issue: issue.id, seat }])
}

function reveal(id: string, activities: readonly CollectActivity[], material: Material): Outcome<CollectFact[]> {
  const activity = activities.find((candidate) => candidate.id === id)
  if (!activity) return refuse('activity_not_found')
  if (activity.phase === 'prepared') return refuse('activity_not_open')
  return ok(isKept(activity, material) ? [{ type: 'issuesRevealed', activity: id }] : [])
}

/** Whether what is written in this activity is kept from the room until all of it is revealed. */
export const isKept = ({ id, settings }: CollectActivity, material: Material): boolean =>
  settings.reveal === 'together' && !(material.revealed ?? []).includes(id)

export function applyCollect(fact: CollectFact, material: Material): Material {
  switch (fact.type) {
    case 'issueSubmitted': {
      const issues = { ...material.issues, [fact.issue.id]: fact.issue }
      return { ...material, issues, nextIssue: material.nextIssue + 1 }
    }
    case 'issuesModerated':
      return applyModeration(fact.entries, material)
    case 'issuesRevealed':
      return { ...material, revealed: [...(material.revealed ?? []), fact.activity] }
    case 'issueRevised':
      return change(material, fact.issue, (issue) => revised(issue, fact))
    case 'issueWithdrawn':
      return change(material, fact.issue, (issue) => ({ ...issue, withdrawn: true }))
    case 'issueSupported':
      return change(material, fact.issue, (issue) => ({
        ...issue,
        supporters: [...(issue.supporters ?? []), fact.seat],
      }))
    case 'supportWithdrawn':
      return change(material, fact.issue, (issue) => ({
        ...issue,
        supporters: issue.supporters?.filter((seat) => seat !== fact.seat) ?? [],
      }))
    default:
      return fact satisfies never
  }
}

function revised(issue: Issue, fact: Extract<CollectFact, { type: 'issueRevised' }>): Issue {
  const { text, detail, fieldId, parts, isWaiting } = fact
  return {
    ...issue,
    text,
    detail,
    ...(parts && { parts }),
    placement: { ...issue.placement, fieldId },
    edits: (issue.edits ?? 0) + 1,
    ...(isWaiting && { review: { status: 'waiting', reason: null } }),
  }
}

function change(material: Material, id: string, next: (issue: Issue) => Issue): Material {
  const issue = material.issues[id]
  return issue ? { ...material, issues: { ...material.issues, [id]: next(issue) } } : material
}
