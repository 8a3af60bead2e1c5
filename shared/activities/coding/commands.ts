import { z } from 'zod'
import { CodeId, NoteId, ThemeId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'

const Raw = z.string().max(limits.textBytes)
const entry = { name: Raw, definition: Raw.default(''), theme: ThemeId.nullable().default(null) }
/** a theme that is made with the code, instead of one that is there */
const newTheme = Raw.optional()

export const AddCode = z
  .strictObject({ type: z.literal('addCode'), ...entry, newTheme })
  .describe('A new entry of the codebook.')
export const ReviseCode = z
  .strictObject({ type: z.literal('reviseCode'), code: CodeId, ...entry, newTheme })
  .describe('Name, definition or theme of a code.')
export const RemoveCode = z
  .strictObject({ type: z.literal('removeCode'), code: CodeId })
  .describe('Take a code out of the codebook, and from all notes that have it.')
export const RestoreCode = z
  .strictObject({ type: z.literal('restoreCode'), code: CodeId })
  .describe('Put back a code that was removed, with the notes that had it.')
export const AddTheme = z
  .strictObject({ type: z.literal('addTheme'), name: Raw })
  .describe('A new theme, which codes can be put under.')
export const RenameTheme = z
  .strictObject({ type: z.literal('renameTheme'), theme: ThemeId, name: Raw })
  .describe('Another name for a theme.')
export const RemoveTheme = z
  .strictObject({ type: z.literal('removeTheme'), theme: ThemeId })
  .describe('Remove a theme; its codes stay, without a theme.')
export const RestoreTheme = z
  .strictObject({ type: z.literal('restoreTheme'), theme: ThemeId })
  .describe('Put back a theme that was removed, with the codes that it had.')
export const TagNote = z
  .strictObject({ type: z.literal('tagNote'), note: NoteId, codes: z.array(CodeId).max(limits.codesPerNote) })
  .describe('The codes that this coder gives to a note; they replace those that he gave before, and nobody else’s.')
export const ProposeIssue = z
  .strictObject({
    type: z.literal('proposeIssue'),
    text: Raw,
    detail: Raw.default(''),
    theme: ThemeId.nullable().default(null),
    notes: z.array(NoteId).min(1).max(limits.notesPerIssue),
  })
  .describe('A candidate issue from a theme or from notes of a discussion; they stay with it as its evidence.')

export const codingCommands = [
  AddCode,
  ReviseCode,
  RemoveCode,
  RestoreCode,
  AddTheme,
  RenameTheme,
  RemoveTheme,
  RestoreTheme,
  TagNote,
  ProposeIssue,
] as const
export type CodingCommand = z.output<(typeof codingCommands)[number]>
