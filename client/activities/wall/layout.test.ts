import { describe, expect, it } from 'vitest'
import { byHeading, packHeaded, packWall, packWallLarge, type WallCard } from './layout.ts'
import { linesOf } from './wrap.ts'

const card = (n: number, title = `의제 ${n}`, fieldId: string | null = null): WallCard => ({
  id: `i${n}`,
  title,
  fieldId,
  merged: 0,
  supports: 0,
})
const cards = (count: number) => Array.from({ length: count }, (_, n) => card(count - n))
const box = { width: 1792, height: 700 }

describe('lines of a text', () => {
  it('breaks between words, and inside one that is too wide', () => {
    expect(linesOf('마을 밥상', 10)).toBe(1)
    expect(linesOf('마을 공동 판매장', 4.5)).toBe(2)
    expect(linesOf('가'.repeat(23), 10)).toBe(3)
    expect(linesOf('가'.repeat(10), 10)).toBe(1)
    expect(linesOf('한 줄\n두 줄', 10)).toBe(2)
    expect(linesOf('', 10)).toBe(1)
  })
})

describe('the wall', () => {
  it('puts the newest at the top left', () => {
    expect(packWall(cards(5), box)[0]?.[0]).toMatchObject({ key: 'i5', x: 0, y: 0 })
  })
  it('shows every card on exactly one page, inside the wall, and none over another', () => {
    const all = cards(60).map((one, n) => ({
      ...one,
      title: '골목시장 빈 점포를 함께 쓰는 공간으로 '.repeat((n % 5) + 1),
    }))
    const pages = packWall(all, box)
    expect(pages.flat().map(({ key }) => key)).toEqual(all.map(({ id }) => id))
    for (const page of pages) {
      for (const one of page) {
        expect(one.y + one.height).toBeLessThanOrEqual(box.height)
        expect(one.x + one.width).toBeLessThanOrEqual(box.width + 0.01)
        const over = page.filter(
          (other) =>
            other !== one && other.x === one.x && other.y < one.y + one.height && one.y < other.y + other.height,
        )
        expect(over).toEqual([])
      }
    }
  })
  it('is larger while few cards are there, and of the usual size when there are many', () => {
    expect(packWallLarge(cards(3), box)[0]?.[0]?.text).toBe(56)
    expect(packWallLarge(cards(200), box)[0]?.[0]?.text).toBe(44)
  })
  it('gives a card that is taller than the wall a page of its own', () => {
    expect(packWall([card(1), card(2, '가'.repeat(4000)), card(3)], { width: 500, height: 300 }, 1)).toHaveLength(3)
  })
})

const byField = (cards: readonly WallCard[], fields: readonly { id: string; title: string }[], without: string) =>
  byHeading(cards, fields, ({ fieldId }) => fieldId, without)

describe('columns by field', () => {
  const fields = [
    { id: 'f1', title: '일자리' },
    { id: 'f2', title: '공간' },
  ]
  it('leaves out fields without cards and puts those without a field last', () => {
    const groups = byField([card(1, 'a', 'f2'), card(2)], fields, '미정')
    expect(groups.map(({ title }) => title)).toEqual(['공간', '미정'])
  })
  it('repeats the heading when a field needs another column', () => {
    const many = Array.from({ length: 20 }, (_, n) => card(n, '골목시장 빈 점포를 함께 쓰기', 'f1'))
    const headings = packHeaded(byField(many, fields, '미정'), box)
      .flat()
      .flatMap(({ heading }) => heading ?? [])
    expect(headings.length).toBeGreaterThan(1)
    expect(new Set(headings)).toEqual(new Set(['일자리']))
  })
  it('puts small groups below one another, in their order, and none over another or out of the wall', () => {
    const fields = Array.from({ length: 9 }, (_, n) => ({ id: `f${n}`, title: `묶음 ${n}` }))
    const some = fields.flatMap(({ id }, n) =>
      Array.from({ length: n === 4 ? 14 : 2 }, (_, m) => card(n * 20 + m, '빈 점포를 함께 쓰기', id)),
    )
    const pages = packHeaded(byField(some, fields, '미정'), box)
    expect(pages.flat().filter(({ heading }) => heading !== undefined).length).toBeGreaterThan(9)
    expect(new Set(pages.flat().flatMap(({ card: one }) => one?.id ?? [])).size).toBe(some.length)
    expect(pages[0]!.filter(({ x, heading }) => x === 0 && heading !== undefined).length).toBeGreaterThan(1)
    for (const page of pages)
      for (const one of page) {
        expect(one.y + one.height).toBeLessThanOrEqual(box.height)
        const over = page.filter(
          (other) =>
            other !== one && other.x === one.x && other.y < one.y + one.height && one.y < other.y + other.height,
        )
        expect(over).toEqual([])
      }
  })
})
