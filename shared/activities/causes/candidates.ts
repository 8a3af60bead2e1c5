import type { TaskCause } from '../../plan/priority-task.ts'
import type { Candidate } from '../../results/seal.ts'
import type { Material } from '../material.ts'
import { causesUnder, causeTitle, issuesByCause, shownCauses } from './graph.ts'

/** The causes that a vote is about: those that the room sees, of one issue or of all, found in this activity. */
export function causeCandidates(
  material: Material,
  { activity, issue }: { activity: string; issue?: string | undefined },
): Candidate[] {
  const shown = shownCauses(material)
  const issues = issuesByCause(shown)
  return shown
    .filter(({ cause }) => cause.activity === activity)
    .filter(({ cause }) => (issue === undefined ? issues.get(cause.id)!.size > 0 : issues.get(cause.id)!.has(issue)))
    .map(({ cause }) => ({
      id: cause.id,
      title: causeTitle(cause),
      fieldId: null,
      originals: [{ issue: cause.id, text: cause.text, detail: '' }],
    }))
}

/** What goes with an issue into a vote; nothing where nobody has looked for causes. */
export function causesOfCandidate(material: Material, issue: string): { causes?: TaskCause[] } {
  const found = causesUnder(material, issue)
  if (found.length === 0) return {}
  return {
    causes: found.map(({ cause }) => ({ id: cause.id, text: causeTitle(cause), chosen: cause.placement.chosen })),
  }
}
