import { onBeforeUnmount, ref, type Ref } from 'vue'

/** How near to the edge of the screen a finger makes the page scroll, and how far at each move. */
const EDGE = 96
const SCROLL = 12

/** Dragging a row of a list by its handle: `onOver` hears of each other row that the finger comes to lie on. */
export function useDrag(list: Ref<HTMLElement | null>, onOver: (id: string, over: string) => void) {
  const dragged = ref<string | null>(null)

  function start(id: string, event: PointerEvent) {
    event.preventDefault()
    dragged.value = id
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', stop)
  }
  function stop() {
    dragged.value = null
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }
  function onMove({ clientY }: PointerEvent) {
    if (dragged.value === null || !list.value) return
    if (clientY < EDGE) scrollBy(0, -SCROLL)
    else if (clientY > innerHeight - EDGE) scrollBy(0, SCROLL)
    const over = rowAt(list.value, clientY)
    if (over !== undefined && over !== dragged.value) onOver(dragged.value, over)
  }
  onBeforeUnmount(stop)
  return { dragged, start }
}

function rowAt(list: HTMLElement, y: number): string | undefined {
  const row = [...list.querySelectorAll<HTMLElement>('[data-id]')].find((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    return y >= top && y < bottom
  })
  return row?.dataset.id
}
