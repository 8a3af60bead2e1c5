import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { IssueGroup, Material } from '../material.ts'
import { place, type Step } from './place.ts'

/* What can be done with groups. Each answers with one step, which undo takes back whole. */

/** Refuses `too_many_groups`, `issue_not_found`, and names as `cleanText` does. An issue named twice: the last counts. */
export function createGroups(
  wanted: readonly { title: string; issues: readonly string[] }[],
  material: Material,
): Outcome<Step> {
  const after = [...material.groups]
  const groupOfIssue = new Map<string, string>()
  let next = material.nextIssue
  for (const { title, issues } of wanted) {
    const clean = cleanName(title)
    if (!clean.ok) return clean
    let group = after.find((other) => other.title === clean.value)
    if (!group) after.push((group = { id: `i${next++}`, title: clean.value }))
    for (const issue of issues) groupOfIssue.set(issue, group.id)
  }
  if (after.length > limits.groups) return refuse('too_many_groups', { max: limits.groups })
  const placed = place('createGroup', [...groupOfIssue.keys()], material, ({ id }) =>
    ok({ group: groupOfIssue.get(id) ?? null }),
  )
  if (!placed.ok || after.length === material.groups.length) return placed
  return ok({ ...placed.value, groups: { before: material.groups, after } })
}

export function putInGroup(issues: readonly string[], group: string | null, material: Material): Outcome<Step> {
  if (group !== null && !has(material, group)) return refuse('group_not_found')
  return place('putInGroup', issues, material, () => ok({ group }))
}

/** Refuses `group_not_found`, `version_conflict` (renamed meanwhile), `already_exists` (another has that name). */
export function renameGroup(id: string, title: string, was: string, material: Material): Outcome<Step> {
  const clean = cleanName(title)
  if (!clean.ok) return clean
  const group = material.groups.find((other) => other.id === id)
  if (!group) return refuse('group_not_found')
  if (group.title === clean.value) return ok({ action: 'renameGroup', changes: [] })
  if (group.title !== was) return refuse('version_conflict')
  if (material.groups.some((other) => other.title === clean.value)) return refuse('already_exists')
  return changed(
    'renameGroup',
    material,
    material.groups.map((other) => (other.id === id ? { id, title: clean.value } : other)),
  )
}

export function moveGroup(id: string, before: string | null, material: Material): Outcome<Step> {
  const group = material.groups.find((other) => other.id === id)
  if (!group || (before !== null && !has(material, before))) return refuse('group_not_found')
  const others = material.groups.filter((other) => other !== group)
  if (before === id) return ok({ action: 'moveGroup', changes: [] })
  const place = before === null ? others.length : others.findIndex((other) => other.id === before)
  const after = [...others.slice(0, place), group, ...others.slice(place)]
  const isSame = after.every((other, n) => other === material.groups[n])
  return isSame ? ok({ action: 'moveGroup', changes: [] }) : changed('moveGroup', material, after)
}

/** Its issues go back to where all begin: hidden, merged and withdrawn ones too, so that nothing points to it. */
export function removeGroup(id: string, material: Material): Outcome<Step> {
  if (!has(material, id)) return refuse('group_not_found')
  const inIt = Object.values(material.issues).filter(({ placement }) => placement.group === id)
  return ok({
    action: 'removeGroup',
    changes: inIt.map(({ id: issue, placement }) => ({
      issue,
      before: placement,
      after: { ...placement, group: null },
    })),
    groups: { before: material.groups, after: material.groups.filter((group) => group.id !== id) },
  })
}

const has = (material: Material, id: string): boolean => material.groups.some((group) => group.id === id)
const changed = (
  action: 'renameGroup' | 'moveGroup',
  material: Material,
  after: readonly IssueGroup[],
): Outcome<Step> => ok({ action, changes: [], groups: { before: material.groups, after } })

/** One line: a name heads a column. */
const cleanName = (title: string): Outcome<string> => cleanText(title.replace(/\s+/g, ' '), limits.groupTitle)
