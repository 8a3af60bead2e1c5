import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import type { Context, Issue, Material } from '../material.ts'
import { codesIn, themesIn, type Code, type Coding, type Theme } from './code.ts'
import type { CodingCommand } from './commands.ts'

export type CodingFact =
  | { type: 'codeKept'; code: Code }
  | { type: 'codeRemoved' | 'codeRestored'; code: string }
  | { type: 'themeKept'; theme: Theme }
  | { type: 'themeRemoved' | 'themeRestored'; theme: string }
  | { type: 'noteTagged'; note: string; by: string; codes: readonly string[] }
  | { type: 'issueProposed'; issue: Issue }

/** What was said can be analysed at any time of a session: while people talk, in a break, after the last question. */
export function decideCoding(
  command: CodingCommand,
  _activities: unknown,
  material: Material,
  { actor }: Context,
): Outcome<CodingFact[]> {
  const { coding } = material
  switch (command.type) {
    case 'addCode':
    case 'reviseCode':
      return keepCode(command, coding)
    case 'removeCode':
    case 'restoreCode': {
      const code = coding.codes[command.code]
      if (!code) return refuse('code_not_found')
      const isRemoved = command.type === 'removeCode'
      if (code.isRemoved === isRemoved) return ok([])
      return ok([{ type: isRemoved ? 'codeRemoved' : 'codeRestored', code: code.id }])
    }
    case 'addTheme':
    case 'renameTheme':
      return keepTheme(command, coding)
    case 'removeTheme':
    case 'restoreTheme': {
      const theme = coding.themes[command.theme]
      if (!theme) return refuse('theme_not_found')
      const isRemoved = command.type === 'removeTheme'
      if (theme.isRemoved === isRemoved) return ok([])
      return ok([{ type: isRemoved ? 'themeRemoved' : 'themeRestored', theme: theme.id }])
    }
    case 'tagNote':
      return actor.role === 'participant' ? refuse('forbidden') : tag(command, material, actor.id)
    case 'proposeIssue':
      return propose(command, material)
    default:
      return command satisfies never
  }
}

type Of<T extends CodingCommand['type']> = Extract<CodingCommand, { type: T }>

function keepCode(command: Of<'addCode' | 'reviseCode'>, coding: Coding): Outcome<CodingFact[]> {
  const codes = codesIn(coding)
  const isNew = command.type === 'addCode'
  const id = isNew ? `c${Object.keys(coding.codes).length + 1}` : command.code
  if (!isNew && !codes.some((code) => code.id === id)) return refuse('code_not_found')
  if (isNew && codes.length >= limits.codes) return refuse('too_many_codes', { max: limits.codes })
  const name = cleanText(command.name, limits.codeName)
  if (!name.ok) return name
  if (codes.some((code) => code.id !== id && code.name === name.value)) return refuse('already_exists')
  const definition = cleanText(command.definition, limits.issueDetail)
  if (!definition.ok && definition.refusal !== 'text_empty') return definition
  const made: Outcome<CodingFact[]> = command.newTheme?.trim()
    ? keepTheme({ type: 'addTheme', name: command.newTheme }, coding)
    : ok([])
  if (!made.ok) return made
  const [fact] = made.value
  const theme = fact?.type === 'themeKept' ? fact.theme.id : command.theme
  if (!fact && theme !== null && !themesIn(coding).some((one) => one.id === theme)) return refuse('theme_not_found')
  const code = { id, name: name.value, definition: definition.ok ? definition.value : '', theme }
  return ok([...made.value, { type: 'codeKept', code }])
}

function keepTheme(command: Of<'addTheme' | 'renameTheme'>, coding: Coding): Outcome<CodingFact[]> {
  const themes = themesIn(coding)
  const isNew = command.type === 'addTheme'
  const id = isNew ? `t${Object.keys(coding.themes).length + 1}` : command.theme
  if (!isNew && !themes.some((theme) => theme.id === id)) return refuse('theme_not_found')
  if (isNew && themes.length >= limits.themes) return refuse('too_many_codes', { max: limits.themes })
  const name = cleanText(command.name, limits.codeName)
  if (!name.ok) return name
  if (themes.some((theme) => theme.id !== id && theme.name === name.value)) return refuse('already_exists')
  return ok([{ type: 'themeKept', theme: { id, name: name.value } }])
}

function tag(command: Of<'tagNote'>, { coding, notes }: Material, by: string): Outcome<CodingFact[]> {
  const note = notes[command.note]
  if (!note || note.isRemoved) return refuse('note_not_found')
  const known = codesIn(coding).map(({ id }) => id)
  if (command.codes.some((code) => !known.includes(code))) return refuse('code_not_found')
  const codes = known.filter((id) => command.codes.includes(id))
  const before = coding.tags[note.id]?.[by] ?? []
  const isSame = before.length === codes.length && codes.every((code) => before.includes(code))
  return ok(isSame ? [] : [{ type: 'noteTagged', note: note.id, by, codes }])
}

function propose(command: Of<'proposeIssue'>, { coding, notes, nextIssue }: Material): Outcome<CodingFact[]> {
  const { theme } = command
  if (theme !== null && !themesIn(coding).some(({ id }) => id === theme)) return refuse('theme_not_found')
  const said = command.notes.map((id) => notes[id])
  const [first] = said
  if (!first || said.some((note) => note?.isRemoved !== false)) return refuse('note_not_found')
  const text = cleanText(command.text, limits.issueText)
  if (!text.ok) return text
  const detail = cleanText(command.detail, limits.issueDetail)
  if (!detail.ok && detail.refusal !== 'text_empty') return detail
  const issue: Issue = {
    id: `i${nextIssue}`,
    activity: first.activity,
    author: null,
    text: text.value,
    detail: detail.ok ? detail.value : '',
    withdrawn: false,
    placement: { title: null, fieldId: null, mergedInto: null, hidden: null },
    evidence: { theme, notes: [...new Set(command.notes)] },
  }
  return ok([{ type: 'issueProposed', issue }])
}

export function applyCoding(fact: CodingFact, material: Material): Material {
  const { coding } = material
  const withCoding = (changes: Partial<Coding>): Material => ({ ...material, coding: { ...coding, ...changes } })
  switch (fact.type) {
    case 'codeKept': {
      const isRemoved = coding.codes[fact.code.id]?.isRemoved ?? false
      return withCoding({ codes: { ...coding.codes, [fact.code.id]: { ...fact.code, isRemoved } } })
    }
    case 'codeRemoved':
    case 'codeRestored': {
      const code = coding.codes[fact.code]
      if (!code) return material
      return withCoding({ codes: { ...coding.codes, [code.id]: { ...code, isRemoved: fact.type === 'codeRemoved' } } })
    }
    case 'themeKept': {
      const isRemoved = coding.themes[fact.theme.id]?.isRemoved ?? false
      return withCoding({ themes: { ...coding.themes, [fact.theme.id]: { ...fact.theme, isRemoved } } })
    }
    case 'themeRemoved':
    case 'themeRestored': {
      const theme = coding.themes[fact.theme]
      if (!theme) return material
      const changed = { ...theme, isRemoved: fact.type === 'themeRemoved' }
      return withCoding({ themes: { ...coding.themes, [theme.id]: changed } })
    }
    case 'noteTagged': {
      const before = coding.tags[fact.note] ?? {}
      return withCoding({ tags: { ...coding.tags, [fact.note]: { ...before, [fact.by]: fact.codes } } })
    }
    case 'issueProposed': {
      const issues = { ...material.issues, [fact.issue.id]: fact.issue }
      return { ...material, issues, nextIssue: material.nextIssue + 1 }
    }
    default:
      return fact satisfies never
  }
}
