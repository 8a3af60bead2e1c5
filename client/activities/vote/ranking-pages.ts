import { linesOf } from '../wall/wrap.ts'

export const ROW_TEXT = 44
const PADDING = 20
const BAR = 30
const LEADING = 1.25
export const ROW_GAP = 12

/** How high a row of the ranking is, in units: its title may need two lines, the bar stands beneath it. */
export const rowHeight = (title: string, titleWidth: number): number =>
  Math.ceil(PADDING + Math.min(3, linesOf(title, titleWidth / ROW_TEXT)) * ROW_TEXT * LEADING + BAR)

/** The ranking in pages that fit, best first. At least one row a page. */
export function rankingPages<Row extends { title: string }>(
  rows: readonly Row[],
  height: number,
  titleWidth: number,
): Row[][] {
  const pages: Row[][] = []
  let left = 0
  for (const row of rows) {
    const needed = rowHeight(row.title, titleWidth) + ROW_GAP
    if (pages.length === 0 || needed > left) {
      pages.push([])
      left = height + ROW_GAP
    }
    pages[pages.length - 1]!.push(row)
    left -= needed
  }
  return pages
}
