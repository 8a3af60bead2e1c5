import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import type { Cell, Column } from '../columns.ts'
import { inSeoul } from '../report.ts'
import { asXmlText } from '../safe-text.ts'

/* They follow the office's way of writing: points, blanks, no leading zero, 24 hours. */
const MOMENT_FORMAT = 'yyyy. m. d. hh:mm'
export const DAY_FORMAT = 'yyyy. m. d.'
const border = { borderStyle: 'thin', borderColor: '#C6C6C6' } as const

/** One sheet: a frozen header, real types, widths. `above` is a title block before the header. */
export function table<R>(
  name: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  above: Row[] = [],
): Sheet<never> {
  const header = columns.map((column) => headerCell(column.header))
  const body = rows.map((row) => columns.map((column) => bodyCell(column.cell(row))))
  return {
    sheet: name,
    data: [...above, header, ...body],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: above.length + 1,
    orientation: 'landscape',
  }
}

const headerCell = (header: string): CellObject => ({
  ...string(header),
  ...border,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#E6ECF5',
  wrap: true,
})

function bodyCell(cell: Cell): CellObject {
  const look = { ...border, alignVertical: 'top' } as const
  switch (cell.kind) {
    case 'text':
      return { ...string(cell.value), ...look, wrap: true }
    case 'count':
      return { value: cell.value, type: Number, format: Number.isInteger(cell.value) ? '#,##0' : '#,##0.00', ...look }
    case 'share':
      return cell.value === null ? look : { value: cell.value, type: Number, format: '0.0%', ...look }
    case 'moment':
      return cell.value === null ? look : { value: inSeoul(cell.value), type: Date, format: MOMENT_FORMAT, ...look }
    default:
      return cell satisfies never
  }
}

/** A string cell in text format: it stays text also when somebody edits it. */
export const string = (value: string) => ({ value: asXmlText(value), type: String, format: '@' })
