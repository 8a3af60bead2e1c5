import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { Box } from './layout.ts'

/** The size of an element in units of its surface; null until it has been drawn. */
export function useBox(element: Ref<HTMLElement | null>): Ref<Box | null> {
  const box = ref<Box | null>(null)
  function measure() {
    const el = element.value
    const unit = el ? parseFloat(getComputedStyle(el).getPropertyValue('--unit')) : 0
    if (el && unit > 0) box.value = { width: el.clientWidth / unit, height: el.clientHeight / unit }
  }
  const observer = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (element.value) observer.observe(element.value)
  })
  onBeforeUnmount(() => observer.disconnect())
  return box
}
