import {
  agreementOn,
  linesByTheme,
  type CodeAgreement,
  type ThemeWeight,
} from '../../../shared/activities/coding/quotes.ts'
import { codingFrom } from '../../../shared/activities/coding/code.ts'
import type { NoteLine } from '../../../shared/activities/discuss/note.ts'
import type { AnalysisView } from '../../../shared/session/analysis-view.ts'

export const themesOf = (analysis: AnalysisView, lines: readonly NoteLine[]): ThemeWeight[] =>
  linesByTheme(codingFrom(analysis), lines)

/** The two people who have coded most, and how far they agree on each code; null while fewer than two have. */
export function agreementOf(analysis: AnalysisView): CodeAgreement[] | null {
  const counts = new Map<string, number>()
  for (const { by } of analysis.tags) counts.set(by, (counts.get(by) ?? 0) + 1)
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a).map(([by]) => by)
  return first !== undefined && second !== undefined ? agreementOn(codingFrom(analysis), [first, second]) : null
}

/** Codes of each line, and whether it was this coder who gave them. */
export function tagsOf(analysis: AnalysisView, you: string): Map<string, Map<string, boolean>> {
  const byLine = new Map<string, Map<string, boolean>>()
  for (const { note, by, codes } of analysis.tags) {
    const line = byLine.get(note) ?? new Map<string, boolean>()
    for (const code of codes) line.set(code, line.get(code) === true || by === you)
    byLine.set(note, line)
  }
  return byLine
}

export interface LineFilter {
  question: string | null
  isUncoded: boolean
  search: string
}

export function filtered(
  lines: readonly NoteLine[],
  tags: ReturnType<typeof tagsOf>,
  { question, isUncoded, search }: LineFilter,
): NoteLine[] {
  const wanted = search.trim().toLowerCase()
  return lines.filter(
    (line) =>
      (question === null || line.question === question) &&
      (!isUncoded || (tags.get(line.id)?.size ?? 0) === 0) &&
      (wanted === '' || line.text.toLowerCase().includes(wanted)),
  )
}
