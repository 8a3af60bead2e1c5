import { describe, expect, it } from 'vitest'
import type { CauseCard } from '../../../shared/activities/causes/index.ts'
import { bones, chainPages, chains, fishbonePages } from './fishbone.ts'
import { treePages } from './tree.ts'

const card = (n: number, parents: string[], category: string | null = null): CauseCard => ({
  id: `i${n}`,
  text: `${n}번째 까닭은 서로 만날 자리가 없고 소식도 늦다는 것입니다`,
  parents,
  category,
  chosen: false,
  otherIssues: 0,
})
/** Each third cause below the issue, the others below one before them: wide and deep. */
const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    card(n + 10, [n % 3 === 0 ? 'i1' : `i${10 + Math.floor(n / 2)}`], `c${n % 5}`),
  )
const boxes = [
  { width: 1792, height: 600 },
  { width: 1472, height: 560 },
]
const categories = Array.from({ length: 5 }, (_, n) => ({ id: `c${n}`, name: `갈래 ${n}` }))

describe.each(boxes)('causes in a box of $width by $height', (box) => {
  it.each([1, 30, 100])('[CAUSE-9] %i causes: each stands on some page, inside it, over no other', (count) => {
    const cards = many(count)
    const pages = treePages(cards, 'i1', box)
    expect(new Set(pages.flatMap(({ causes }) => [...causes]))).toEqual(new Set(cards.map(({ id }) => id)))
    for (const { nodes } of pages) {
      for (const one of nodes) {
        expect(one.x + one.width).toBeLessThanOrEqual(box.width)
        expect(one.y + one.height).toBeLessThanOrEqual(box.height)
        for (const other of nodes) {
          const isApart =
            one === other || one.x !== other.x || one.y + one.height <= other.y || other.y + other.height <= one.y
          expect(isApart).toBe(true)
        }
      }
      expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
    }
  })

  it('[CAUSE-9] a fishbone and chains show every cause too', () => {
    const cards = many(100)
    const ids = new Set(cards.map(({ id }) => id))
    const fish = fishbonePages(bones(cards, 'i1', categories, '갈래 없음'), box)
    const rows = fish.flatMap(({ upper, lower }) => [...upper, ...lower]).flatMap((bone) => bone.rows)
    expect(new Set(rows.map((row) => row.card.id))).toEqual(ids)
    const parts = chainPages(chains(cards, 'i1'), box).flatMap((part) => part.cards)
    expect(new Set(parts.map(({ id }) => id))).toEqual(ids)
  })
})
