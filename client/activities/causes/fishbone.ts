import type { CauseCard } from '../../../shared/activities/causes/index.ts'
import type { Box } from '../wall/layout.ts'
import { linesOf } from '../wall/wrap.ts'
import { branches, TEXT, type CauseNode } from './tree.ts'

/** One cause on a bone; `depth` 0 stands on the bone itself, what is deeper behind it. */
export interface BoneRow {
  key: string
  card: CauseCard
  depth: number
}
export interface Bone {
  key: string
  name: string
  rows: BoneRow[]
}
export interface FishbonePage {
  upper: Bone[]
  lower: Bone[]
}

const HEAD = 340
const NAME = 64
const BONE = 440
const INDENT = 36
const LINE = TEXT * 1.25
const ROW_GAP = 8

/** The causes of an issue by category; one without a category of its own has that of the cause that it stands behind. */
export function bones(
  cards: readonly CauseCard[],
  issue: string,
  categories: readonly { id: string; name: string }[],
  withoutName: string,
): Bone[] {
  const known = new Set(categories.map(({ id }) => id))
  const groups = new Map<string, BoneRow[]>(categories.map(({ id }) => [id, []]))
  const none: BoneRow[] = []
  function walk(node: CauseNode, depth: number, rows: BoneRow[], above: string): void {
    const key = `${above}/${node.card.id}`
    rows.push({ key, card: node.card, depth: Math.min(2, depth) })
    for (const child of node.children) walk(child, depth + 1, rows, key)
  }
  for (const node of branches(cards, issue)) {
    const { category } = node.card
    walk(node, 0, category !== null && known.has(category) ? groups.get(category)! : none, '')
  }
  const named = categories.map(({ id, name }) => ({ key: id, name, rows: groups.get(id)! }))
  return none.length > 0 ? [...named, { key: 'none', name: withoutName, rows: none }] : named
}

/** Bones above and below the spine; one that is too full goes on at the next place, under the same name. */
export function fishbonePages(all: readonly Bone[], box: Box): FishbonePage[] {
  const perSide = Math.max(1, Math.floor((box.width - HEAD) / BONE))
  const width = (box.width - HEAD) / perSide - 24 - 26
  const most = box.height / 2 - NAME - 24
  const places = all.flatMap((bone) => split(bone, width, most))
  const pages: FishbonePage[] = []
  for (let i = 0; i < places.length; i += 2 * perSide) {
    const here = places.slice(i, i + 2 * perSide)
    const half = Math.ceil(here.length / 2)
    pages.push({ upper: here.slice(0, half), lower: here.slice(half) })
  }
  return pages
}

function split(bone: Bone, width: number, most: number): Bone[] {
  const parts: BoneRow[][] = [[]]
  let used = 0
  for (const row of bone.rows) {
    const height = linesOf(row.card.text, (width - 16 - row.depth * INDENT) / TEXT) * LINE + ROW_GAP
    if (used + height > most && used > 0) {
      parts.push([])
      used = 0
    }
    parts.at(-1)!.push(row)
    used += height
  }
  return parts.map((rows, n) => ({ key: `${bone.key}/${n}`, name: bone.name, rows }))
}

/** Each way from the issue down to a last cause: one why after the other. The one that changed last comes first. */
export function chains(cards: readonly CauseCard[], issue: string): CauseCard[][] {
  const ends = (nodes: readonly CauseNode[], above: CauseCard[]): CauseCard[][] =>
    nodes.flatMap(({ card, children }) => (children.length > 0 ? ends(children, [...above, card]) : [[...above, card]]))
  const last = (chain: readonly CauseCard[]) => Math.max(...chain.map(({ id }) => Number(id.slice(1))))
  return ends(branches(cards, issue), []).sort((a, b) => last(b) - last(a))
}

const CHAIN_ROW = 2 * TEXT * 1.25 + 48
/** A chain in parts that fit on a page; the last why of a part begins the next one. */
export function chainPages(all: readonly CauseCard[][], box: Box): { first: number; cards: CauseCard[] }[] {
  const rows = Math.max(2, Math.floor((box.height - 84) / CHAIN_ROW))
  return all.flatMap((chain) => {
    const parts: { first: number; cards: CauseCard[] }[] = []
    for (let i = 0; i < chain.length; i += rows) parts.push({ first: i, cards: chain.slice(i, i + rows) })
    return parts
  })
}
