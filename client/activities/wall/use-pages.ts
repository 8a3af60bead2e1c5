import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Long enough to read nine cards aloud. */
const pageMs = 14_000

/** Turns pages by itself, slowly, and begins at the first again when something new stands there. */
export function usePages(count: Ref<number>, first: Ref<string>, isHeld: Ref<boolean>) {
  const turned = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function run() {
    clearInterval(timer)
    if (count.value > 1 && !isHeld.value) timer = setInterval(() => (turned.value += 1), pageMs)
  }
  watch([() => count.value > 1, isHeld], run, { immediate: true })
  watch(first, () => {
    turned.value = 0
    run()
  })
  onBeforeUnmount(() => clearInterval(timer))
  return computed(() => (count.value > 0 ? turned.value % count.value : 0))
}
