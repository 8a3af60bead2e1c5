import type { Draft } from '../../stores/drafts.ts'

/** The part of an issue that its author writes; without answers where nothing more is asked. */
export function wordsOf({ text, detail, fieldId, answers }: Draft): Draft {
  const given = Object.entries(answers ?? {}).filter(([, answer]) => answer.trim() !== '')
  return { text, detail, fieldId, ...(given.length > 0 && { answers: Object.fromEntries(given) }) }
}

/** What was written, as it is changed: each part by its question. */
export const draftOf = ({ parts, ...words }: Draft & { parts: readonly { field: string; text: string }[] }): Draft =>
  wordsOf({ ...words, answers: Object.fromEntries(parts.map(({ field, text }) => [field, text])) })

/** All texts of a draft, changed one by one. */
export const mapTexts = (draft: Draft, change: (text: string) => string): Draft => ({
  ...draft,
  text: change(draft.text),
  detail: change(draft.detail),
  ...(draft.answers && {
    answers: Object.fromEntries(Object.entries(draft.answers).map(([id, text]) => [id, change(text)])),
  }),
})
