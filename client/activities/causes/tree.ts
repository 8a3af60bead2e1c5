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
const WIDEST = 880
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
    return packed(ways(nodes, used), width, most).map((page) => placed(page, { from, width, columns: used }))
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

/** A cause with those behind it that stand on the same page. */
interface Branch {
  node: CauseNode
  children: Branch[]
  /** height of the cause alone */
  own: number
  more: number
}

/** Each way from the left to a last cause, or to the last column. */
function ways(nodes: readonly CauseNode[], columns: number): CauseNode[][] {
  return nodes.flatMap((node) =>
    columns === 1 || node.children.length === 0
      ? [[node]]
      : ways(node.children, columns - 1).map((way) => [node, ...way]),
  )
}

/** Way by way onto a page, until it is full; what a way shares with the one above it stands there once. */
function packed(all: readonly CauseNode[][], width: number, most: number): Branch[][] {
  const pages: Branch[][] = []
  for (const way of all) {
    const page = pages.at(-1)
    const longer = page && grown(page, way, width, most)
    if (longer && heightOfAll(longer) <= most) pages[pages.length - 1] = longer
    else pages.push(grown([], way, width, most))
  }
  return pages
}

function grown(page: readonly Branch[], [node, ...rest]: readonly CauseNode[], width: number, most: number): Branch[] {
  if (!node) return [...page]
  const last = page.at(-1)
  if (last?.node === node) return [...page.slice(0, -1), { ...last, children: grown(last.children, rest, width, most) }]
  const more = rest.length === 0 ? countBelow(node) : 0
  const own = Math.min(most, heightOf(node, width, more > 0))
  return [...page, { node, children: grown([], rest, width, most), own, more }]
}

const heightOfBranch = ({ own, children }: Branch): number => Math.max(own, heightOfAll(children))
const heightOfAll = (some: readonly Branch[]): number =>
  some.reduce((sum, branch) => sum + heightOfBranch(branch), 0) + GAP * Math.max(0, some.length - 1)

function placed(
  top: readonly Branch[],
  { from, width, columns }: { from: CauseCard | null; width: number; columns: number },
): TreePage {
  const page: TreePage = { from, nodes: [], lines: [], causes: new Set() }
  function put(some: readonly Branch[], column: number, top: number, above: string, middle: number | null): void {
    let y = top
    for (const branch of some) {
      const { node, children, own, more } = branch
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
      y += heightOfBranch(branch) + GAP
    }
  }
  put(top, 0, from ? ROOT : 0, from?.id ?? '', null)
  return page
}
