import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { forget, isRecord, recall, remember } from '../net/storage.ts'

/** Words of an issue that have not been sent. */
export interface Draft {
  text: string
  detail: string
  fieldId: string | null
  /** to the form's further questions, by their ids */
  answers?: Record<string, string>
}
export const emptyDraft = (): Draft => ({ text: '', detail: '', fieldId: null })
const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  typeof value.text === 'string' &&
  typeof value.detail === 'string' &&
  (value.answers === undefined || isRecord(value.answers))

/** What somebody began to write, kept over a reload until it is sent or thrown away. One draft for each purpose. */
export const useDrafts = defineStore('drafts', () => {
  const drafts = reactive(new Map<string, Draft>())
  const keyOf = (purpose: string) => `madang.draft.${purpose}`

  const read = (purpose: string): Draft => drafts.get(purpose) ?? recall(keyOf(purpose), isDraft) ?? emptyDraft()
  function write(purpose: string, draft: Draft): void {
    drafts.set(purpose, draft)
    if (draft.text || draft.detail || Object.values(draft.answers ?? {}).some((answer) => answer !== ''))
      remember(keyOf(purpose), draft)
    else forget(keyOf(purpose))
  }
  const clear = (purpose: string) => write(purpose, emptyDraft())

  return { read, write, clear }
})
