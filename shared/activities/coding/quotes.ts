import { codingReliability, type CodingReliability } from '../../methods/common/agreement.ts'
import type { NoteLine } from '../discuss/note.ts'
import { codesIn, codesOf, themesIn, type Code, type Coding, type Theme } from './code.ts'

/**
 * How much weight a theme has (Krueger): how often it was said, and by how many different people. One person can say a
 * thing ten times, so themes are ordered by people first.
 */
export interface ThemeWeight {
  /** null: codes without a theme */
  theme: Theme | null
  codes: Code[]
  /** lines that have one of its codes, in the order of speech */
  lines: NoteLine[]
  /** different speakers among them; phones, which nobody can tell apart, count as one */
  speakers: number
  quotes: number
}

/** Every theme with its codes and lines, the most widely shared first; last, where there are any, codes without one. */
export function linesByTheme(coding: Coding, lines: readonly NoteLine[]): ThemeWeight[] {
  const codes = codesIn(coding)
  const weightOf = (theme: Theme | null): ThemeWeight => {
    const own = codes.filter((code) => code.theme === (theme?.id ?? null))
    const ids = new Set(own.map(({ id }) => id))
    const said = lines.filter(({ id }) => codesOf(coding, id).some((code) => ids.has(code)))
    const speakers = new Set(said.map(({ speaker }) => speaker)).size
    return { theme, codes: own, lines: said, speakers, quotes: said.filter(({ isQuote }) => isQuote).length }
  }
  const themes = themesIn(coding).map(weightOf)
  themes.sort((a, b) => b.speakers - a.speakers || b.lines.length - a.lines.length)
  const rest = weightOf(null)
  return rest.codes.length > 0 ? [...themes, rest] : themes
}

/** Two coders beside each other, one code at a time: over the notes that both have coded, was it given or not? */
export interface CodeAgreement extends CodingReliability {
  code: Code
  /** `[[both, only the first], [only the second, neither]]` */
  table: [[number, number], [number, number]]
}

/** The ids of those who have coded, in the order in which they began. */
export const codersIn = ({ tags }: Coding): string[] => [...new Set(Object.values(tags).flatMap(Object.keys))]

/** Agreement of two coders on each code of the codebook. */
export function agreementOn(coding: Coding, [first, second]: readonly [string, string]): CodeAgreement[] {
  const both = Object.values(coding.tags).flatMap((by) => {
    const [one, other] = [by[first], by[second]]
    return one && other ? [[one, other] as const] : []
  })
  return codesIn(coding).map((code) => {
    const count = (isFirst: boolean, isSecond: boolean) =>
      both.filter(([one, other]) => one.includes(code.id) === isFirst && other.includes(code.id) === isSecond).length
    const table: CodeAgreement['table'] = [
      [count(true, true), count(true, false)],
      [count(false, true), count(false, false)],
    ]
    return { code, table, ...codingReliability(table) }
  })
}
