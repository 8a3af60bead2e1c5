import { z } from 'zod'
import { CodeId, ThemeId, type NoteId } from '../../base/ids.ts'

/** One entry of the codebook (코드북): a short name for what notes have in common, and what counts as it. */
export const Code = z.strictObject({
  id: CodeId,
  name: z.string(),
  /** what belongs to it and what does not; may be empty */
  definition: z.string(),
  theme: ThemeId.nullable(),
})
export type Code = z.infer<typeof Code>

/** Several codes that tell one thing together (주제). */
export const Theme = z.strictObject({ id: ThemeId, name: z.string() })
export type Theme = z.infer<typeof Theme>

type Removable<T> = T & { isRemoved: boolean }

/** The analysis of what was said: codebook, themes, and who gave which codes. */
export interface Coding {
  codes: Readonly<Record<CodeId, Removable<Code>>>
  themes: Readonly<Record<ThemeId, Removable<Theme>>>
  /** by note, then by the id of the coder: two people code apart, and may be compared */
  tags: Readonly<Record<NoteId, Readonly<Record<string, readonly CodeId[]>>>>
}

export const noCoding: Coding = { codes: {}, themes: {}, tags: {} }

/** The themes that stand, in the order in which they were made. */
export const themesIn = ({ themes }: Coding): Theme[] =>
  Object.values(themes)
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ id, name }) => ({ id, name }))

/** The codebook as it stands; a code whose theme is gone is under none. */
export const codesIn = ({ codes, themes }: Coding): Code[] =>
  Object.values(codes)
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ id, name, definition, theme }) => ({
      id,
      name,
      definition,
      theme: theme !== null && themes[theme]?.isRemoved === false ? theme : null,
    }))

/** The analysis back from its lists, in which nothing removed stands. */
export function codingFrom({
  codes,
  themes,
  tags,
}: {
  codes: readonly Code[]
  themes: readonly Theme[]
  tags: readonly { note: NoteId; by: string; codes: readonly CodeId[] }[]
}): Coding {
  const byNote: Record<NoteId, Record<string, readonly CodeId[]>> = {}
  for (const { note, by, codes: given } of tags) (byNote[note] ??= {})[by] = given
  const standing = <T extends { id: string }>(all: readonly T[]) =>
    Object.fromEntries(all.map((one) => [one.id, { ...one, isRemoved: false }]))
  return { codes: standing(codes), themes: standing(themes), tags: byNote }
}

/** The codes of a note that stand, whoever gave them, in the order of the codebook. */
export function codesOf(coding: Coding, note: NoteId): CodeId[] {
  const given = new Set(Object.values(coding.tags[note] ?? {}).flat())
  return codesIn(coding)
    .map(({ id }) => id)
    .filter((id) => given.has(id))
}
