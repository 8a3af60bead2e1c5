import { z } from 'zod'
import { Code, codesIn, Theme, themesIn } from '../activities/coding/code.ts'
import { linesIn } from '../activities/discuss/note.ts'
import { countChecks } from '../activities/member-check/check.ts'
import { titleOf, visibleIssues } from '../activities/material.ts'
import { CodeId, IssueId, NoteId, ThemeId } from '../base/ids.ts'
import type { SessionState } from './state.ts'

/** What was made of what was said, for those who run the session or write it down: no phone and no projector is told. */
export const AnalysisView = z.strictObject({
  codes: z.array(Code),
  themes: z.array(Theme),
  /** who gave which codes to which line; `by` is the id of a coder */
  tags: z.array(z.strictObject({ note: NoteId, by: z.string(), codes: z.array(CodeId) })),
  /** issues that grew from lines or have been checked, and what participants say of them */
  candidates: z.array(
    z.strictObject({
      issue: IssueId,
      title: z.string(),
      theme: ThemeId.nullable(),
      notes: z.array(NoteId),
      right: z.int().min(0),
      partly: z.int().min(0),
      wrong: z.int().min(0),
      corrections: z.array(z.string()),
    }),
  ),
})
export type AnalysisView = z.infer<typeof AnalysisView>

export function analysisView({ material }: SessionState): AnalysisView {
  const { coding, notes, checks } = material
  const codes = codesIn(coding)
  const known = new Set(codes.map(({ id }) => id))
  return {
    codes,
    themes: themesIn(coding),
    tags: linesIn(notes).flatMap(({ id }) =>
      Object.entries(coding.tags[id] ?? {}).map(([by, given]) => ({
        note: id,
        by,
        codes: given.filter((code) => known.has(code)),
      })),
    ),
    candidates: visibleIssues(material)
      .filter(({ id, evidence }) => evidence || checks[id])
      .map((issue) => ({
        issue: issue.id,
        title: titleOf(issue),
        theme: issue.evidence?.theme ?? null,
        notes: issue.evidence?.notes ?? [],
        ...countChecks(checks[issue.id]),
      })),
  }
}
