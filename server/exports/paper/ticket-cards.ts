import { encode } from 'uqr'
import { bytesOf, linesOf, MARGIN, newSheet, PAGE, writeLines, type Sheet } from './sheet.ts'

/** Tickets as they are handed out at the door: each opens one seat, once. */
export interface TicketCards {
  planTitle: string
  title: string
  /** as it stands on the card: the day and the place, or nothing */
  when: string
  tickets: readonly { code: string; url: string }[]
}

const COLUMNS = 2
const ROWS = 4
const CARD = { width: (PAGE.width - 2 * MARGIN) / COLUMNS, height: (PAGE.height - 2 * MARGIN) / ROWS }
const INSET = 14
const QR = 108

/** A4 pages of eight cards to cut apart, each with a QR code and the code in letters, for whoever cannot scan. */
export function ticketCards(cards: TicketCards, font: Buffer): Promise<Buffer> {
  const sheet = newSheet(font, `참여표 - ${cards.title}`)
  cards.tickets.forEach((ticket, n) => {
    const place = n % (COLUMNS * ROWS)
    if (place === 0) newPage(sheet)
    drawCard(sheet, cards, ticket, {
      x: MARGIN + (place % COLUMNS) * CARD.width,
      y: MARGIN + Math.floor(place / COLUMNS) * CARD.height,
    })
  })
  if (cards.tickets.length === 0) newPage(sheet)
  return bytesOf(sheet)
}

/** A page with the lines to cut along. */
function newPage(sheet: Sheet): void {
  sheet.addPage().lineWidth(0.5).strokeColor('#8a949e').dash(3, { space: 3 })
  for (let row = 0; row <= ROWS; row += 1) {
    const y = MARGIN + row * CARD.height
    sheet.moveTo(MARGIN, y).lineTo(PAGE.width - MARGIN, y)
  }
  for (let column = 0; column <= COLUMNS; column += 1) {
    const x = MARGIN + column * CARD.width
    sheet.moveTo(x, MARGIN).lineTo(x, PAGE.height - MARGIN)
  }
  sheet.stroke().undash().strokeColor('#000000').fillColor('#000000')
}

function drawCard(
  sheet: Sheet,
  { planTitle, title, when }: TicketCards,
  { code, url }: TicketCards['tickets'][number],
  { x, y }: { x: number; y: number },
): void {
  const left = x + INSET
  const width = CARD.width - 2 * INSET
  sheet.fillColor('#464c53')
  let below = writeLines(sheet, linesOf(sheet, planTitle, 9, width, 1), { x: left, y: y + INSET, size: 9, width })
  sheet.fillColor('#000000')
  below = writeLines(sheet, linesOf(sheet, title, 13, width, 2), { x: left, y: below, size: 13, width })
  sheet.fillColor('#464c53')
  if (when) writeLines(sheet, linesOf(sheet, when, 9, width, 1), { x: left, y: below, size: 9, width })
  const top = y + CARD.height - INSET - QR
  drawQr(sheet, url, left, top)
  const right = left + QR + 12
  const narrow = width - QR - 12
  sheet.fillColor('#464c53')
  writeLines(sheet, ['참여 번호'], { x: right, y: top - 6, size: 10, width: narrow })
  sheet.fillColor('#000000')
  writeLines(sheet, inGroups(code), { x: right, y: top + 8, size: 20, width: narrow })
  const help = '휴대폰으로 왼쪽 그림을 찍거나 번호를 입력하세요. 한 장으로 한 분이 참여합니다.'
  sheet.fillColor('#464c53')
  writeLines(sheet, linesOf(sheet, help, 9, narrow), { x: right, y: top + QR - 48, size: 9, width: narrow })
  sheet.fillColor('#000000')
}

/** Letters in groups that can be read out and typed: `K7MPQ` and the rest below it. */
const inGroups = (code: string): string[] => code.match(/.{1,6}/g) ?? []

function drawQr(sheet: Sheet, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = QR / size
  data.forEach((row, r) =>
    row.forEach((isDark, c) => {
      // A hair wider than the module, so that no printer leaves white lines between them.
      if (isDark) sheet.rect(x + c * unit, y + r * unit, unit + 0.05, unit + 0.05)
    }),
  )
  sheet.fill('#000000')
}
