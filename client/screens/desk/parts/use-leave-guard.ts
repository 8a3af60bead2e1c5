import { onBeforeUnmount, onMounted, ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** Asks before what was typed is left behind: by a dialog of ours inside the program, by the browser's own on its edge. */
export function useLeaveGuard(isDirty: () => boolean) {
  const isAsking = ref(false)
  let answer: (leaves: boolean) => void = () => {}

  function decide(leaves: boolean) {
    isAsking.value = false
    answer(leaves)
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault()
  }
  onBeforeRouteLeave(() => {
    if (!isDirty()) return true
    isAsking.value = true
    return new Promise<boolean>((resolve) => (answer = resolve))
  })
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn)
    answer(true)
  })
  return { isAsking, decide }
}
