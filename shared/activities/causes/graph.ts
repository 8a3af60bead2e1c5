import type { Cause, Material } from '../material.ts'
import { visibleIssues } from '../material.ts'

/*
 * Causes are a directed graph without circles: each points to the issues and causes that it explains. What is hidden or
 * withdrawn is left out, and what stood below it moves up to where it stood.
 */

export const causesIn = (material: Material): Readonly<Record<string, Cause>> => material.causes ?? {}
export const isShown = (cause: Cause): boolean => !cause.withdrawn && cause.placement.hidden === null
export const causeTitle = (cause: Cause): string => cause.placement.title ?? cause.text

/** Would the cause `id` explain itself if it stood below `parent`? Asked of all causes, hidden and withdrawn ones too. */
export function isCycle(material: Material, id: string, parent: string): boolean {
  const causes = causesIn(material)
  const seen = new Set<string>()
  const open = [parent]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...(causes[at]?.placement.parents ?? []))
  }
  return false
}

/** What is shown of the causes: each with the shown parents that it has, in the order of their arrival. */
export interface ShownCause {
  cause: Cause
  /** visible issues and shown causes */
  parents: string[]
}

export function shownCauses(material: Material): ShownCause[] {
  const causes = causesIn(material)
  const visible = new Set(visibleIssues(material).map(({ id }) => id))
  const known = new Map<string, string[]>()

  /** Where something that points to `id` really stands. */
  function standsAt(id: string): string[] {
    const cause = causes[id]
    if (cause) return isShown(cause) ? [id] : parentsOf(cause)
    const issue = material.issues[id]
    const at = issue?.placement.mergedInto ?? id
    return visible.has(at) ? [at] : []
  }
  function parentsOf(cause: Cause): string[] {
    const before = known.get(cause.id)
    if (before) return before
    const parents = [...new Set(cause.placement.parents.flatMap(standsAt))]
    known.set(cause.id, parents)
    return parents
  }
  return Object.values(causes)
    .filter(isShown)
    .map((cause) => ({ cause, parents: parentsOf(cause) }))
}

/** The issues that each shown cause leads to, by the cause's id. */
export function issuesByCause(shown: readonly ShownCause[]): Map<string, Set<string>> {
  const byId = new Map(shown.map((one) => [one.cause.id, one]))
  const found = new Map<string, Set<string>>()
  function issuesOf(id: string): Set<string> {
    const before = found.get(id)
    if (before) return before
    const issues = new Set(
      (byId.get(id)?.parents ?? []).flatMap((parent) => (byId.has(parent) ? [...issuesOf(parent)] : [parent])),
    )
    found.set(id, issues)
    return issues
  }
  for (const { cause } of shown) issuesOf(cause.id)
  return found
}

/** The shown causes of one issue, each only with its places below this issue. */
export function causesUnder(material: Material, issue: string): (ShownCause & { otherIssues: number })[] {
  const shown = shownCauses(material)
  const issues = issuesByCause(shown)
  const isUnder = (id: string) => id === issue || issues.get(id)?.has(issue) === true
  return shown
    .filter(({ cause }) => isUnder(cause.id))
    .map(({ cause, parents }) => ({
      cause,
      parents: parents.filter(isUnder),
      otherIssues: (issues.get(cause.id)?.size ?? 1) - 1,
    }))
}
