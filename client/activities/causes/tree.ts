/*
 * The graph as it is drawn, in units of the projector. A shared cause stands at each of its places. Pure, so that the
 * same causes always stand at the same place.
 */
import type { CauseCard } from '../../../shared/activities/causes/index.ts'
import { GAP, type Box } from '../wall/layout.ts'
import { linesOf } from '../wall/wrap.ts'

export interface CauseNode {
  card: CauseCard
  children: CauseNode[]
}

/** What stands below `root`: an issue or a cause. */
export function branches(cards: readonly CauseCard[], root: string): CauseNode[] {
  const below = new Map<string, CauseCard[]>()
  for (const card of cards) for (const parent of card.parents) below.set(parent, [...(below.get(parent) ?? []), card])
  const grow = (id: string): CauseNode[] => (below.get(id) ?? []).map((card) => ({ card, children: grow(card.id) }))
  return grow(root)
}

export const countBelow = (node: CauseNode): number =>
  node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0)
const depthOf = (nodes: readonly CauseNode[]): number =>
  nodes.reduce((most, { children }) => Math.max(most, 1 + depthOf(children)), 0)

/** The cause that came last; null without any. */
export const newestOf = (cards: readonly CauseCard[]): string | null =>
  cards.reduce<string | null>((last, { id }) => (last && numberOf(last) > numberOf(id) ? last : id), null)
const numberOf = (id: string) => Number(id.slice(1))

export interface PlacedCause {
  key: string
  card: CauseCard
  x: number
  y: number
  width: number
  height: number
  /** causes behind it that have no room here; they follow on a page of their own */
  more: number
}
export interface Line {
  key: string
  /** as an SVG path */
  path: string
}
export interface TreePage {
  /** the cause that this page begins with, where it goes on from a deep one */
  from: CauseCard | null
  nodes: PlacedCause[]
  lines: Line[]
  causes: Set<string>
}

/** Read from the last row: 36 units are 36 px at 1920 × 1080. */
export const TEXT = 36
const LEADING = 1.25
const PADDING = 16
const MARK = 44
const NARROWEST = 400
const WIDEST = 700
const COLUMN_GAP = 56
const ROOT = 84

const heightOf = ({ card }: CauseNode, width: number, hasMark: boolean): number =>
  Math.ceil(2 * PADDING + linesOf(card.text, (width - 2 * PADDING) / TEXT) * TEXT * LEADING + (hasMark ? MARK : 0))

/** Pages of a tree that grows from left to right; a branch that is too tall or too deep goes on on its own page. */
export function treePages(cards: readonly CauseCard[], root: string, box: Box): TreePage[] {
  const columns = Math.max(1, Math.floor((box.width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)))
  return sections(branches(cards, root), columns).flatMap(({ from, nodes }) => {
    const used = Math.max(1, Math.min(columns, depthOf(nodes)))
    const width = Math.min(WIDEST, (box.width - COLUMN_GAP * (used - 1)) / used)
    const most = box.height - (from ? ROOT : 0)
    const sized = nodes.flatMap((node) => chunks(node, 1, { columns: used, width, most }))
    return stacked(sized, most).map((page) => placed(page, { from, width, columns: used }))
  })
}

interface Section {
  from: CauseCard | null
  nodes: CauseNode[]
}
function sections(nodes: CauseNode[], columns: number, from: CauseCard | null = null): Section[] {
  const deep = (some: readonly CauseNode[], column: number): CauseNode[] =>
    some.flatMap((node) =>
      column === columns ? (node.children.length > 0 ? [node] : []) : deep(node.children, column + 1),
    )
  const seen = new Set<string>()
  const further = deep(nodes, 1).filter(({ card }) => !seen.has(card.id) && seen.add(card.id))
  return [
    ...(nodes.length > 0 ? [{ from, nodes }] : []),
    ...further.flatMap((node) => sections(node.children, columns, node.card)),
  ]
}

interface Sized {
  node: CauseNode
  children: Sized[]
  /** of the cause alone, and with what stands beside it */
  own: number
  height: number
  more: number
}
interface Room {
  columns: number
  width: number
  most: number
}

/** A branch as one piece, or as several that each fit on a page, with its causes repeated above what is split. */
function chunks(node: CauseNode, column: number, room: Room): Sized[] {
  const isLast = column === room.columns
  const more = isLast ? countBelow(node) : 0
  const own = Math.min(room.most, heightOf(node, room.width, more > 0))
  const children = isLast ? [] : node.children.flatMap((child) => chunks(child, column + 1, room))
  const whole = (some: Sized[]): Sized => ({
    node,
    children: some,
    own,
    height: Math.max(own, heightOfAll(some)),
    more,
  })
  return heightOfAll(children) <= room.most ? [whole(children)] : stacked(children, room.most).map(whole)
}
const heightOfAll = (some: readonly Sized[]): number =>
  some.reduce((sum, { height }) => sum + height, 0) + GAP * Math.max(0, some.length - 1)

function stacked(some: readonly Sized[], most: number): Sized[][] {
  const pages: Sized[][] = []
  for (const one of some) {
    const last = pages.at(-1)
    if (last && heightOfAll([...last, one]) <= most) last.push(one)
    else pages.push([one])
  }
  return pages
}

function placed(
  top: readonly Sized[],
  { from, width, columns }: { from: CauseCard | null; width: number; columns: number },
): TreePage {
  const page: TreePage = { from, nodes: [], lines: [], causes: new Set() }
  function put(some: readonly Sized[], column: number, top: number, above: string, middle: number | null): void {
    let y = top
    for (const { node, children, own, height, more } of some) {
      const key = `${above}/${node.card.id}`
      const x = column * (width + COLUMN_GAP)
      page.nodes.push({ key, card: node.card, x, y, width, height: own, more })
      page.causes.add(node.card.id)
      if (middle !== null) {
        const [from, to] = [x - COLUMN_GAP, y + own / 2]
        const half = x - COLUMN_GAP / 2
        page.lines.push({ key, path: `M${from} ${middle}H${half}V${to}H${x}` })
      }
      if (column + 1 < columns) put(children, column + 1, y, key, y + own / 2)
      y += height + GAP
    }
  }
  put(top, 0, from ? ROOT : 0, from?.id ?? '', null)
  return page
}
