import { limits } from '../../base/limits.ts'
import type { Candidate } from '../../results/seal.ts'
import { causeCandidates, causesOfCandidate } from '../causes/candidates.ts'
import {
  detailOf,
  groupOf,
  shownMerged,
  supportsOf,
  titleOf,
  visibleIssues,
  type Issue,
  type Material,
} from '../material.ts'
import { quotesOf } from '../member-check/quotes.ts'
import type { VoteActivity } from './activity.ts'
import type { Subject } from './subject.ts'

/** What a vote about this subject would be about now. */
export function candidatesOf(subject: Subject | undefined, material: Material): Candidate[] {
  if (subject?.of === 'options') {
    return subject.options.map((title, n) => ({ id: `i${n + 1}`, title, fieldId: null, originals: [] }))
  }
  const only = subject?.only && new Set(subject.only)
  if (subject?.of === 'groups') return groupCandidates(material).filter(({ id }) => !only || only.has(id))
  if (subject?.of === 'causes') return causeCandidates(material, subject).filter(({ id }) => !only || only.has(id))
  return visibleIssues(material)
    .filter(({ id }) => !only || only.has(id))
    .map((issue) => issueCandidate(issue, material))
}

const issueCandidate = (issue: Issue, material: Material): Candidate => ({
  id: issue.id,
  title: titleOf(issue),
  fieldId: issue.placement.fieldId,
  originals: [issue, ...shownMerged(material, issue.id)].map((one) => ({
    issue: one.id,
    text: one.text,
    detail: detailOf(one),
  })),
  ...quotedIn([issue, ...shownMerged(material, issue.id)], material),
  ...supported(supportsOf(material, issue)),
  ...causesOfCandidate(material, issue.id),
})

/** A group is of the field that all of its issues have; what they say are its originals. */
function groupCandidates(material: Material): Candidate[] {
  const issues = visibleIssues(material)
  const groups = material.groups.flatMap(({ id, title }): Candidate[] => {
    const own = issues.filter(({ placement }) => placement.group === id).map((issue) => issueCandidate(issue, material))
    if (own.length === 0) return []
    const fields = new Set(own.map(({ fieldId }) => fieldId))
    const fieldId = fields.size === 1 ? own[0]!.fieldId : null
    const quotes = own.flatMap((one) => one.quotes ?? []).slice(0, limits.quotesPerCandidate)
    const supports = own.reduce((sum, one) => sum + (one.supports ?? 0), 0)
    const originals = own.flatMap((one) => one.originals)
    return [{ id, title, fieldId, originals, ...(quotes.length > 0 && { quotes }), ...supported(supports) }]
  })
  const single = issues.filter((issue) => groupOf(material, issue) === null)
  return [...groups, ...single.map((issue) => issueCandidate(issue, material))]
}

function quotedIn(issues: readonly Issue[], material: Material): Pick<Candidate, 'quotes'> {
  const quotes = issues.flatMap((issue) => quotesOf(issue, material)).slice(0, limits.quotesPerCandidate)
  return quotes.length > 0 ? { quotes } : {}
}

/** What a vote is about: as it was frozen when it opened, or as it would be now. */
export const candidatesShown = (activity: VoteActivity, material: Material): readonly Candidate[] =>
  activity.phase === 'prepared' ? candidatesOf(activity.settings.subject, material) : activity.candidates

const supported = (supports: number) => (supports > 0 ? { supports } : {})
