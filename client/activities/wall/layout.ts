import { linesOf } from './wrap.ts'

/*
 * Where each card of the wall stands, in units of the projector (one pixel at 1920 × 1080). Pure, so that the same
 * cards always stand at the same place, on the stage and in its preview.
 */

export interface WallCard {
  id: string
  title: string
  fieldId: string | null
  /** the group that it lies in */
  group?: string | null
  /** how many others were merged into it */
  merged: number
  /** how many others want the same */
  supports: number
}
export interface Box {
  width: number
  height: number
}
/** A card or a heading at its place. */
export interface Placed {
  key: string
  x: number
  y: number
  width: number
  height: number
  /** size of the text */
  text: number
  card?: WallCard
  heading?: string
}
export type Page = Placed[]

export const GAP = 24
const PADDING = 24
const LEADING = 1.25
const MERGED_LINE = 52
const HEADING = 80
/** Text of a card by its length: what is short is read from the last row, what is long still fits. */
const textSize = (title: string, most: number): number =>
  Math.max(36, title.length <= 40 ? most : title.length <= 90 ? most - 4 : most - 8)

/** Columns that are wide enough to read: three on a wide screen, two on a 4 : 3 one. */
export const columnsFor = (width: number, narrowest = 540): number =>
  Math.max(1, Math.floor((width + GAP) / (narrowest + GAP)))

function cardHeight(card: WallCard, width: number, most: number): { height: number; text: number } {
  const text = textSize(card.title, most)
  const lines = linesOf(card.title, (width - 2 * PADDING) / text)
  return {
    text,
    height: Math.ceil(2 * PADDING + lines * text * LEADING + (card.merged + card.supports > 0 ? MERGED_LINE : 0)),
  }
}

const columnWidth = (box: Box, columns: number): number => (box.width - GAP * (columns - 1)) / columns

/** The wall: the first card at the top left, each next one where there is most room. What does not fit begins a new page. */
export function packWall(cards: readonly WallCard[], box: Box, columns = columnsFor(box.width), mostText = 44): Page[] {
  const width = columnWidth(box, columns)
  const pages: Page[] = []
  let page: Page = []
  let heights: number[] = Array.from({ length: columns }, () => 0)
  for (const card of cards) {
    const { height, text } = cardHeight(card, width, mostText)
    let column = heights.indexOf(Math.min(...heights))
    if (heights[column]! + height > box.height && page.length > 0) {
      pages.push(page)
      page = []
      heights = heights.map(() => 0)
      column = 0
    }
    const y = heights[column]!
    page.push({ key: card.id, card, text, width, height: Math.min(height, box.height), x: column * (width + GAP), y })
    heights[column] = y + height + GAP
  }
  return page.length > 0 ? [...pages, page] : pages
}

/** The wall in the largest text with which everything is seen at once; in the usual size when that takes pages anyway. */
export function packWallLarge(cards: readonly WallCard[], box: Box, columns = columnsFor(box.width)): Page[] {
  for (const text of [56, 50]) {
    const pages = packWall(cards, box, columns, text)
    if (pages.length <= 1) return pages
  }
  return packWall(cards, box, columns)
}

/** Cards under one heading of the wall. */
export interface Headed {
  title: string
  cards: WallCard[]
}

/**
 * Columns headed by groups or fields, in their order. A small one stands below the one before it where there is room for
 * all of it; what is taller than the wall goes on in the next column under the same heading.
 */
export function packHeaded(groups: readonly Headed[], box: Box, columns = columnsFor(box.width, 420)): Page[] {
  const width = columnWidth(box, columns)
  const stacks = groups.flatMap(({ title, cards }) =>
    packWall(cards, { width, height: box.height - HEADING - GAP }, 1, 40).map((placed, part) => ({
      title,
      key: `${title}/${part}`,
      placed,
      height: HEADING + GAP + Math.max(...placed.map(({ y, height }) => y + height)),
    })),
  )
  const pages: Page[] = []
  let column = -1
  let bottom = Infinity
  for (const { title, key, placed, height } of stacks) {
    if (bottom + height > box.height) {
      column += 1
      bottom = 0
      if (column % columns === 0) pages.push([])
    }
    const x = (column % columns) * (width + GAP)
    const y = bottom
    pages[pages.length - 1]!.push(
      { key, heading: title, x, y, width, height: HEADING, text: 36 },
      ...placed.map((card) => ({ ...card, x, y: card.y + y + HEADING + GAP })),
    )
    bottom += height + 2 * GAP
  }
  return pages
}

/** The cards of each heading that has any, in its order; those without one last. */
export function byHeading(
  cards: readonly WallCard[],
  headings: readonly { id: string; title: string }[],
  headingOf: (card: WallCard) => string | null,
  without: string,
): Headed[] {
  const known = new Set(headings.map(({ id }) => id))
  const groups = headings.map(({ id, title }) => ({ title, cards: cards.filter((card) => headingOf(card) === id) }))
  const rest = { title: without, cards: cards.filter((card) => !known.has(headingOf(card) ?? '')) }
  return [...groups, rest].filter((group) => group.cards.length > 0)
}
