import { canonicalJson, sha256Hex } from '../../base/digest.ts'
import type { TaskCause } from '../../plan/priority-task.ts'
import type { Material } from '../material.ts'
import { causesIn, causeTitle, issuesByCause, shownCauses } from './graph.ts'

/** The chosen causes of each issue, as the priority-task list takes them. */
export interface FiledCauses {
  issues: { issue: string; causes: TaskCause[] }[]
  /** of the above: what is filed twice is the same */
  digest: string
}
type Votes = Readonly<Record<string, NonNullable<TaskCause['votes']>>>

/** All that is chosen and shown now; `votes` by cause, of the vote on it that was revealed last. */
export function chosenCauses(material: Material, votes: Votes): FiledCauses {
  const shown = shownCauses(material)
  const issuesOf = issuesByCause(shown)
  const byIssue = new Map<string, TaskCause[]>()
  for (const { cause } of shown) {
    if (!cause.placement.chosen) continue
    const { id } = cause
    const filed = { id, text: causeTitle(cause), chosen: true, ...(votes[id] && { votes: votes[id] }) }
    for (const issue of issuesOf.get(id) ?? []) byIssue.set(issue, [...(byIssue.get(issue) ?? []), filed])
  }
  const issues = [...byIssue].map(([issue, causes]) => ({ issue, causes }))
  return { issues, digest: sha256Hex(canonicalJson(issues)) }
}

/** Whether anything was found at all: a session without causes files nothing, not even that there are none. */
export const hasCauses = (material: Material): boolean => Object.keys(causesIn(material)).length > 0
