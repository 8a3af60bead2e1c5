import { faultAt, read, type Read } from '../fault.ts'

/** A line of fields; one in quotes may go over several lines. */
export interface Row {
  fields: string[]
  line: number
}

/* To the next sign that means something; looked at once, however long it is. */
const plain = /[^;\r\n]*/y

/** Fields between semicolons, quoted where they have to be, with doubled quotes inside. Empty lines are passed over. */
export function readRows(text: string): Read<Row[]> {
  const rows: Row[] = []
  let line = 1
  let position = 0
  while (position < text.length) {
    const row: Row = { fields: [], line }
    for (;;) {
      const field = text[position] === '"' ? quotedField(text, position) : plainField(text, position)
      if (!field) return faultAt(line, 'a quotation mark is not closed', '따옴표가 닫히지 않았습니다')
      position = field.end
      row.fields.push(field.value)
      line += field.breaks
      if (text[position] !== ';') break
      position += 1
    }
    if (position < text.length && !/[\r\n]/.test(text[position]!)) {
      return faultAt(line, 'something follows a closing quotation mark', '닫는 따옴표 뒤에 다른 글자가 있습니다')
    }
    position += text.startsWith('\r\n', position) ? 2 : 1
    line += 1
    if (row.fields.length > 1 || row.fields[0]!.trim() !== '') rows.push(row)
  }
  return read(rows)
}

interface Field {
  value: string
  end: number
  breaks: number
}

function plainField(text: string, start: number): Field {
  plain.lastIndex = start
  const value = plain.exec(text)![0]
  return { value: value.trim(), end: start + value.length, breaks: 0 }
}

function quotedField(text: string, start: number): Field | null {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const value = text.slice(start + 1, close)
  let end = close + 1
  while (text[end] === ' ' || text[end] === '\t') end += 1
  return { value: value.replaceAll('""', '"'), end, breaks: value.split(/\r\n|\n|\r/).length - 1 }
}
