import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { taskKeyAct, type PressedKey, type TaskKeyAct } from './task-keys.ts'

function focusOf(target: EventTarget | null, list: HTMLElement | null): PressedKey['focus'] {
  if (!(target instanceof HTMLElement) || target === document.body || target.tagName === 'MAIN') return 'nowhere'
  if (target.closest('input, textarea, select, dialog, [role="menu"], [contenteditable]')) return 'typing'
  return list?.contains(target) ? 'list' : 'elsewhere'
}

/** Listens for the keys of the list as long as its page is there. */
export function useTaskKeys(list: () => HTMLElement | null, lettersOn: Ref<boolean>, on: (act: TaskKeyAct) => boolean) {
  function listen(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return
    const withModifier = event.ctrlKey || event.metaKey || event.altKey
    const focus = focusOf(event.target, list())
    const act = taskKeyAct({ key: event.key, code: event.code, withModifier, focus }, lettersOn.value)
    if (act && on(act)) event.preventDefault()
  }
  onMounted(() => document.addEventListener('keydown', listen))
  onBeforeUnmount(() => document.removeEventListener('keydown', listen))
}
