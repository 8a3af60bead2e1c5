import PDFDocument from 'pdfkit'

/** Points (1/72 inch): A4, upright. */
export const PAGE = { width: 595.28, height: 841.89 } as const
export const MARGIN = 36

export type Sheet = PDFKit.PDFDocument

/** An empty document in the house's font; `title` is what a viewer shows as its name. */
export function newSheet(font: Buffer, title: string): Sheet {
  const sheet = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: title } })
  sheet.registerFont('words', font)
  sheet.font('words')
  return sheet
}

/** The bytes of a finished document. */
export function bytesOf(sheet: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    sheet.on('data', (part: Buffer) => parts.push(part))
    sheet.on('end', () => resolve(Buffer.concat(parts)))
    sheet.on('error', reject)
    sheet.end()
  })
}

/**
 * A text in lines of at most `width` points. Korean is parted between its words, as people write it; only a word that is
 * wider than a whole line is cut. With `most`, the last line that still fits ends in `…` where something is left out.
 */
export function linesOf(sheet: Sheet, text: string, size: number, width: number, most = Infinity): string[] {
  sheet.fontSize(size)
  const fits = (line: string) => sheet.widthOfString(line) <= width
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word
      if (fits(longer)) {
        line = longer
        continue
      }
      if (line) lines.push(line)
      line = word
      while (!fits(line)) {
        const cut = longestThatFits(line, fits)
        lines.push(line.slice(0, cut))
        line = line.slice(cut)
      }
    }
    lines.push(line)
  }
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last && !fits(`${last}…`)) last = last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${last}…`]
}

function longestThatFits(word: string, fits: (line: string) => boolean): number {
  let cut = word.length - 1
  while (cut > 1 && !fits(word.slice(0, cut))) cut -= 1
  return Math.max(1, cut)
}

/** Draws lines from `y` down and gives the `y` below them. */
export function writeLines(
  sheet: Sheet,
  lines: readonly string[],
  {
    x,
    y,
    size,
    width,
    align = 'left',
  }: { x: number; y: number; size: number; width: number; align?: 'left' | 'center' },
): number {
  sheet.fontSize(size)
  const step = size * 1.4
  lines.forEach((line, n) => {
    const from = align === 'center' ? x + (width - sheet.widthOfString(line)) / 2 : x
    sheet.text(line, from, y + n * step, { lineBreak: false })
  })
  return y + lines.length * step
}
