import { linesOf } from '../wall/wrap.ts'

export const ROW_TEXT = 44
const PADDING = 20
/* What stands beneath a title, with the gap above it: a bar, a bar of several parts, a spread over a scale. */
const BENEATH = { bar: 30, parts: 34, spread: 60 }
/* What is said of a panel, and the gap above it. */
const PANEL_TEXT = 30
const PANEL_GAP = 10
const LEADING = 1.25
export const ROW_GAP = 12

interface Row {
  title: string
  picture?: { kind: string } | null
  /** a line of words beneath the title */
  panel?: string
}

/** How high a row of the ranking is, in units: its title may need several lines, its picture stands beneath. */
export function rowHeight({ title, picture, panel }: Row, titleWidth: number): number {
  const beneath = picture ? (picture.kind === 'spread' ? BENEATH.spread : BENEATH.parts) : BENEATH.bar
  const said = panel ? linesOf(panel, titleWidth / PANEL_TEXT) * PANEL_TEXT * LEADING + PANEL_GAP : 0
  return Math.ceil(PADDING + Math.min(3, linesOf(title, titleWidth / ROW_TEXT)) * ROW_TEXT * LEADING + said + beneath)
}

/** The ranking in pages that fit, best first. At least one row a page. */
export function rankingPages<One extends Row>(rows: readonly One[], height: number, titleWidth: number): One[][] {
  const pages: One[][] = []
  let left = 0
  for (const row of rows) {
    const needed = rowHeight(row, titleWidth) + ROW_GAP
    if (pages.length === 0 || needed > left) {
      pages.push([])
      left = height + ROW_GAP
    }
    pages[pages.length - 1]!.push(row)
    left -= needed
  }
  return pages
}
