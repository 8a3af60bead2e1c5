import { bytesOf, linesOf, MARGIN, newSheet, PAGE, writeLines, type Sheet } from './sheet.ts'

/** How an item is marked on paper: a cross in one box, for or against, or a number that is written down. */
export type Marks = { kind: 'cross' } | { kind: 'sides' } | { kind: 'number'; label: string }

/** A vote as it is printed for whoever votes on paper. Papers have no number: nobody can tell one from another. */
export interface BallotPaper {
  planTitle: string
  sessionTitle: string
  question: string
  /** the rule card, in Korean */
  rule: string
  /** numbered from 1 in this order */
  items: readonly string[]
  marks: Marks
}

const WIDTH = PAGE.width - 2 * MARGIN
const FOOT = '이 투표는 의견을 모으는 투표이며 법에 따른 선거가 아닙니다. 이름이나 표시를 적지 마세요.'
const TEXT_SIZE = 14
/* The head of a paper at its longest: two lines of a question, three of a rule. */
const HEAD = 120
const BOX = 15

/** `copies` ballot papers: two to an A4 page where the items are few, else as many pages each as they need. */
export function ballotPapers(paper: BallotPaper, copies: number, font: Buffer): Promise<Buffer> {
  const sheet = newSheet(font, `투표용지 - ${paper.question}`)
  const rows = rowsOf(sheet.addPage(), paper)
  const isHalf = HEAD + rows.reduce((sum, { height }) => sum + height, 0) <= PAGE.height / 2 - 2 * MARGIN
  for (let copy = 0; copy < copies; copy += 1) {
    // The first page is there already: what a text measures is asked of a page.
    if (copy > 0 && (!isHalf || copy % 2 === 0)) sheet.addPage()
    if (!isHalf) drawPaper(sheet, paper, rows, MARGIN, PAGE.height)
    else if (copy % 2 === 0) drawPaper(sheet, paper, rows, MARGIN, PAGE.height / 2)
    else {
      sheet.dash(3, { space: 3 }).lineWidth(0.5)
      sheet.moveTo(0, PAGE.height / 2).lineTo(PAGE.width, PAGE.height / 2)
      sheet.stroke('#8a949e').undash()
      drawPaper(sheet, paper, rows, PAGE.height / 2 + MARGIN, PAGE.height)
    }
  }
  return bytesOf(sheet)
}

/** The sheet on which two people count: a line for each item, room for strokes in fives, and the sums to enter. */
export function tallySheet(paper: BallotPaper, font: Buffer): Promise<Buffer> {
  const sheet = newSheet(font, `집계표 - ${paper.question}`).addPage()
  let y = drawHead(sheet, paper, MARGIN, '집계표 (두 사람이 따로 셉니다)')
  const sides = paper.marks.kind === 'sides' ? ['찬성', '반대'] : ['']
  const rows = [
    ...paper.items.flatMap((item, n) => sides.map((side) => `${n + 1}. ${item}${side && ` · ${side}`}`)),
    '표시가 없는 표',
    '셀 수 없는 표',
    '모든 표',
  ]
  for (const row of rows) {
    const lines = linesOf(sheet, row, 11, WIDTH * 0.45, 2)
    const height = Math.max(30, lines.length * 15.4 + 10)
    if (y + height > PAGE.height - MARGIN - 60) y = drawHead(sheet.addPage(), paper, MARGIN, '집계표 (이어서)')
    writeLines(sheet, lines, { x: MARGIN, y: y + 6, size: 11, width: WIDTH * 0.45 })
    sheet.rect(MARGIN + WIDTH * 0.85, y + 2, WIDTH * 0.15, height - 4).stroke('#000000')
    sheet.moveTo(MARGIN, y + height).lineTo(MARGIN + WIDTH, y + height)
    sheet.stroke('#8a949e')
    y += height
  }
  writeLines(sheet, ['센 사람:                                        확인:'], {
    x: MARGIN,
    y: y + 18,
    size: 11,
    width: WIDTH,
  })
  return bytesOf(sheet)
}

interface Row {
  lines: string[]
  height: number
}

const marksWidth = ({ kind }: Marks): number => (kind === 'sides' ? 96 : 44)

/** Each item whole: on a ballot nothing is left out. */
function rowsOf(sheet: Sheet, { items, marks }: BallotPaper): Row[] {
  return items.map((item, n) => {
    const lines = linesOf(sheet, `${n + 1}. ${item}`, TEXT_SIZE, WIDTH - marksWidth(marks) - 12)
    return { lines, height: Math.max(BOX + 12, lines.length * TEXT_SIZE * 1.4 + 8) }
  })
}

/** One paper between `top` and `bottom`; what does not fit goes on, on pages of its own. */
function drawPaper(sheet: Sheet, paper: BallotPaper, rows: readonly Row[], top: number, bottom: number): void {
  let y = drawHead(sheet, paper, top, '투표용지')
  const last = bottom - MARGIN - 4
  for (const { lines, height } of rows) {
    if (y + height > last) {
      drawFoot(sheet, bottom)
      y = drawHead(sheet.addPage(), paper, MARGIN, '투표용지 (이어서)')
    }
    writeLines(sheet, lines, { x: MARGIN, y: y + 5, size: TEXT_SIZE, width: WIDTH })
    drawMarks(sheet, paper.marks, MARGIN + WIDTH - marksWidth(paper.marks), y + (height - BOX) / 2)
    sheet
      .lineWidth(0.5)
      .moveTo(MARGIN, y + height)
      .lineTo(MARGIN + WIDTH, y + height)
    sheet.stroke('#b1b8be')
    y += height
  }
  drawFoot(sheet, bottom)
}

function drawHead(sheet: Sheet, paper: BallotPaper, top: number, what: string): number {
  sheet.fillColor('#464c53')
  const where = `${paper.planTitle} · ${paper.sessionTitle} · ${what}`
  let y = writeLines(sheet, linesOf(sheet, where, 9, WIDTH, 1), { x: MARGIN, y: top, size: 9, width: WIDTH })
  sheet.fillColor('#000000')
  y = writeLines(sheet, linesOf(sheet, paper.question, 17, WIDTH, 2), { x: MARGIN, y: y + 2, size: 17, width: WIDTH })
  y = writeLines(sheet, linesOf(sheet, paper.rule, 10.5, WIDTH, 3), { x: MARGIN, y: y + 2, size: 10.5, width: WIDTH })
  sheet
    .lineWidth(1)
    .moveTo(MARGIN, y + 6)
    .lineTo(MARGIN + WIDTH, y + 6)
  sheet.stroke('#000000')
  return y + 8
}

function drawFoot(sheet: Sheet, bottom: number): void {
  sheet.fillColor('#464c53')
  writeLines(sheet, [FOOT], { x: MARGIN, y: bottom - MARGIN + 4, size: 9, width: WIDTH })
  sheet.fillColor('#000000')
}

function drawMarks(sheet: Sheet, marks: Marks, x: number, y: number): void {
  sheet.lineWidth(1)
  if (marks.kind === 'sides') {
    for (const [n, word] of ['찬성', '반대'].entries()) {
      sheet.rect(x + n * 50, y, BOX, BOX).stroke('#000000')
      writeLines(sheet, [word], { x: x + n * 50 + BOX + 4, y: y + 2, size: 10, width: 30 })
    }
    return
  }
  const width = marks.kind === 'number' ? 32 : BOX
  sheet.rect(x + 44 - width, y, width, BOX).stroke('#000000')
  if (marks.kind === 'number')
    writeLines(sheet, [marks.label], { x: x + 44 - width - 18, y: y + 2, size: 9, width: 16 })
}
