import { stringify } from 'csv-stringify/sync'
import type { Cell } from '../columns.ts'
import { fileNameOf, inSeoul, type Exporter } from '../report.ts'
import { asPlainText, asXmlText } from '../safe-text.ts'
import { taskColumns, taskRows } from '../task-rows.ts'
import { texts } from './texts.ts'

/** One row for each entry. UTF-8 with BOM, since Excel on Windows guesses CP949 without it. */
export const csv: Exporter = {
  texts,
  contentType: 'text/csv; charset=utf-8',
  fileName: (report) => fileNameOf(report, 'csv'),
  render(report) {
    const header = taskColumns.map((column) => column.header)
    const rows = taskRows(report).map((row) => taskColumns.map((column) => value(column.cell(row))))
    // Our own rule comes first; the library's is a second lock. It leaves numbers alone.
    const text = stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
    return Promise.resolve(Buffer.from(text, 'utf8'))
  },
}

function value(cell: Cell): string | number | null {
  switch (cell.kind) {
    case 'text':
      return asPlainText(asXmlText(cell.value))
    case 'count':
      return cell.value
    case 'share':
      return cell.value === null ? null : Math.round(cell.value * 10_000) / 10_000
    case 'moment':
      return cell.value === null ? null : inSeoul(cell.value).toISOString().slice(0, 16).replace('T', ' ')
    default:
      return cell satisfies never
  }
}
