import type { Issue } from '../material.ts'
import { findPersonalData, type PersonalKind } from './personal-data.ts'

/* An issue is a value that never changes; what was found in it need not be looked for again with every view. */
const known = new WeakMap<Issue, PersonalKind[]>()

/** Kinds of personal data that stand in the words of an issue, each once. */
export function personalKindsIn(issue: Issue): PersonalKind[] {
  const before = known.get(issue)
  if (before) return before
  const texts = [issue.text, issue.detail, ...(issue.parts ?? []).map(({ text }) => text)]
  const kinds = [...new Set(texts.flatMap(findPersonalData).map(({ kind }) => kind))]
  known.set(issue, kinds)
  return kinds
}
