/*
 * Dragging cards by mouse, pen and finger. While a card is under way nothing is drawn anew and nothing is measured: its
 * picture follows the pointer by a transform, and the columns' places are known from the beginning.
 */

export interface Dragging {
  /** the scrolling row of columns, each with `data-column`; cards have `data-issue` */
  board: HTMLElement
  /** what goes along when this card is taken; with chosen ones all of them */
  take: (card: string) => readonly string[]
  /** dropped on the column with this `data-column` */
  drop: (cards: readonly string[], column: string) => void
}

const THRESHOLD_PX = 6
const EDGE_PX = 72
const EDGE_SPEED_PX = 14

interface Place {
  element: HTMLElement
  left: number
  right: number
  top: number
  height: number
}

/** Let cards be dragged on this board. Returns how to end it. */
export function enableDragging({ board, take, drop }: Dragging): () => void {
  let from: { x: number; y: number; card: HTMLElement; pointer: number } | null = null
  let flight: Flight | null = null

  function down(event: PointerEvent) {
    const target = event.target as HTMLElement
    const card = target.closest<HTMLElement>('[data-issue]')
    if (event.button !== 0 || !card || target.closest('button')) return
    // A finger on a card scrolls; on its handle it drags.
    if (event.pointerType === 'touch' && !target.closest('[data-handle]')) return
    from = { x: event.clientX, y: event.clientY, card, pointer: event.pointerId }
  }
  function move(event: PointerEvent) {
    if (!from || event.pointerId !== from.pointer) return
    const isFar = Math.hypot(event.clientX - from.x, event.clientY - from.y) >= THRESHOLD_PX
    if (!flight && isFar) {
      flight = new Flight(board, from.card, take(from.card.dataset.issue!), from)
      board.setPointerCapture(event.pointerId)
    }
    flight?.to(event.clientX, event.clientY)
  }
  function up(event: PointerEvent) {
    if (!from || event.pointerId !== from.pointer) return
    const ended = flight
    end()
    if (!ended) return
    swallowClick(board)
    const column = ended.over?.element.dataset.column
    if (column !== undefined) drop(ended.cards, column)
  }
  function end() {
    flight?.end()
    flight = null
    from = null
  }
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !flight) return
    event.stopPropagation()
    end()
  }
  board.addEventListener('pointerdown', down)
  board.addEventListener('pointermove', move)
  board.addEventListener('pointerup', up)
  board.addEventListener('pointercancel', end)
  addEventListener('keydown', cancel, true)
  return () => {
    end()
    board.removeEventListener('pointerdown', down)
    board.removeEventListener('pointermove', move)
    board.removeEventListener('pointerup', up)
    board.removeEventListener('pointercancel', end)
    removeEventListener('keydown', cancel, true)
  }
}

/** A drag ends with a click on what lies under it, which is none. */
function swallowClick(board: HTMLElement) {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  board.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => board.removeEventListener('click', swallow, true))
}

/** Cards on their way. */
class Flight {
  over: Place | null = null
  /** lies over everything, so that neither cursor nor colours of what is below change */
  readonly #layer = document.createElement('div')
  readonly #frameOfColumn = document.createElement('div')
  readonly #picture: HTMLElement
  readonly #offset: { x: number; y: number }
  readonly #lifted: HTMLElement[]
  #places: Place[] = []
  #columns = 0
  #edges = { left: 0, right: 0, most: 0 }
  #scroll = 0
  #at: { x: number; y: number }
  #frame = 0

  constructor(
    readonly board: HTMLElement,
    card: HTMLElement,
    readonly cards: readonly string[],
    at: { x: number; y: number },
  ) {
    const box = card.getBoundingClientRect()
    this.#at = at
    this.#offset = { x: box.left - at.x, y: box.top - at.y }
    this.#picture = pictureOf(card, box.width, cards.length)
    this.#lifted = cards.flatMap((id) => board.querySelector<HTMLElement>(`[data-issue="${id}"]`) ?? [])
    for (const one of this.#lifted) one.dataset.lifted = ''
    this.#measure()
    this.#layer.className = 'board-flight'
    this.#layer.ariaHidden = 'true'
    this.#frameOfColumn.className = 'board-target'
    this.#frameOfColumn.hidden = true
    this.#layer.append(this.#frameOfColumn, this.#picture)
    board.append(this.#layer)
    this.#frame = requestAnimationFrame(this.#draw)
  }

  to(x: number, y: number) {
    this.#at = { x, y }
  }

  end() {
    cancelAnimationFrame(this.#frame)
    this.#layer.remove()
    for (const one of this.#lifted) delete one.dataset.lifted
  }

  /** Only at the beginning, and when somebody has made or removed a column meanwhile. */
  #measure() {
    const { board } = this
    const { left, right } = board.getBoundingClientRect()
    this.#scroll = board.scrollLeft
    this.#edges = { left, right, most: board.scrollWidth - board.clientWidth }
    const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')]
    this.#columns = columns.length
    this.#places = columns.map((element) => {
      const box = element.getBoundingClientRect()
      const { top, height } = box
      return { element, left: box.left + this.#scroll, right: box.right + this.#scroll, top, height }
    })
  }

  readonly #draw = () => {
    const { x, y } = this.#at
    this.#picture.style.transform = `translate3d(${x + this.#offset.x}px, ${y + this.#offset.y}px, 0) rotate(1.5deg)`
    this.#scrollAtEdges(x)
    // The layer itself is one child more.
    if (this.board.childElementCount - 1 !== this.#columns) this.#measure()
    const at = x + this.#scroll
    this.#light(this.#places.find(({ left, right }) => at >= left && at < right) ?? null)
    this.#frame = requestAnimationFrame(this.#draw)
  }

  #scrollAtEdges(x: number) {
    const { left, right, most } = this.#edges
    const by = x > right - EDGE_PX ? EDGE_SPEED_PX : x < left + EDGE_PX ? -EDGE_SPEED_PX : 0
    const next = Math.max(0, Math.min(most, this.#scroll + by))
    if (next === this.#scroll) return
    this.#scroll = next
    this.board.scrollLeft = next
  }

  #light(column: Place | null) {
    if (column) {
      const { style } = this.#frameOfColumn
      if (column !== this.over)
        style.cssText = `inline-size: ${column.right - column.left}px; block-size: ${column.height}px`
      style.transform = `translate3d(${column.left - this.#scroll}px, ${column.top}px, 0)`
    }
    this.#frameOfColumn.hidden = column === null
    this.over = column
  }
}

function pictureOf(card: HTMLElement, width: number, count: number): HTMLElement {
  const picture = document.createElement('div')
  picture.className = 'board-picture'
  picture.style.inlineSize = `${width}px`
  picture.textContent = card.querySelector('.title')?.textContent ?? ''
  if (count > 1) picture.dataset.count = String(count)
  return picture
}
