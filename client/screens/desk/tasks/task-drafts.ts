import { reactive } from 'vue'
import type { Decision } from '../../../../shared/plan/priority-task.ts'

/** What somebody is about to change in one entry; it waits there while other entries are looked at. */
export interface TaskDraft {
  decision: Decision | null
  reason: string
  edit: { title: string; fieldId: string } | null
}

export function useTaskDrafts() {
  const drafts = new Map<string, TaskDraft>()
  function draftFor(taskId: string): TaskDraft {
    const draft = drafts.get(taskId) ?? reactive<TaskDraft>({ decision: null, reason: '', edit: null })
    drafts.set(taskId, draft)
    return draft
  }
  const hasAny = () => [...drafts.values()].some(({ reason, edit }) => reason.trim() !== '' || edit !== null)
  return { draftFor, hasAny }
}
