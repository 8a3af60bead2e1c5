import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** The one line at the bottom of the desk that says what was just done, with a way back where there is one. */
export const useNews = defineStore('deskNews', () => {
  const message = ref('')
  const undo = shallowRef<(() => void) | null>(null)

  function tell(text: string, wayBack: (() => void) | null = null) {
    message.value = text
    undo.value = wayBack
  }
  function takeBack() {
    const act = undo.value
    clear()
    act?.()
  }
  function clear() {
    message.value = ''
    undo.value = null
  }
  return { message, undo, tell, takeBack, clear }
})
