import { onBeforeUnmount, onMounted } from 'vue'

/**
 * The keyboard of an iPhone covers the bottom of the page without saying so; the visible part tells how much. Android
 * makes the page smaller itself. A page zoomed by hand is left alone.
 */
export function useKeyboardInset(): void {
  const visible = window.visualViewport
  function measure() {
    if (!visible) return
    const covered = visible.scale > 1.05 ? 0 : Math.max(0, innerHeight - visible.height - visible.offsetTop)
    document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`)
  }
  onMounted(() => {
    visible?.addEventListener('resize', measure)
    visible?.addEventListener('scroll', measure)
  })
  onBeforeUnmount(() => {
    visible?.removeEventListener('resize', measure)
    visible?.removeEventListener('scroll', measure)
  })
}
