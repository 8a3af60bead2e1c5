import { expect, it } from 'vitest'
import { rankingPages } from './ranking-pages.ts'

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `의제 ${n}` }))

it('fills pages in order and loses none', () => {
  const pages = rankingPages(rows(20), 700, 900)
  expect(pages.flat()).toEqual(rows(20))
  expect(pages.length).toBeGreaterThan(2)
})
it('has fewer rows where a spread stands beneath each', () => {
  const spread = rows(20).map((row) => ({ ...row, picture: { kind: 'spread' } }))
  expect(rankingPages(rows(20), 560, 900)[0]).toHaveLength(4)
  expect(rankingPages(spread, 560, 900)[0]).toHaveLength(3)
})
it('shows at least one row, however low the stage', () => {
  expect(rankingPages(rows(2), 10, 900)).toHaveLength(2)
})
it('makes no page out of nothing', () => {
  expect(rankingPages([], 700, 900)).toEqual([])
})
