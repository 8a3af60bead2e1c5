import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import type { Cell, Column } from '../columns.ts'
import { dayInSeoul, inSeoul, type TaskReport } from '../report.ts'
import { asXmlText } from '../safe-text.ts'
import { evidenceColumns, evidenceRows, originalColumns, originalRows, taskColumns, taskRows } from '../task-rows.ts'
import { words } from './texts.ts'

/* They follow the office's way of writing: points, blanks, no leading zero, 24 hours. */
const MOMENT_FORMAT = 'yyyy. m. d. hh:mm'
const DAY_FORMAT = 'yyyy. m. d.'
const border = { borderStyle: 'thin', borderColor: '#C6C6C6' } as const

/** The three sheets of the report. */
export const sheets = (report: TaskReport): Sheet<never>[] => [
  table(words.tasks, taskColumns, taskRows(report), titleBlock(report)),
  table(words.evidence, evidenceColumns, evidenceRows(report)),
  table(words.originals, originalColumns, originalRows(report)),
]

function table<R>(name: string, columns: readonly Column<R>[], rows: readonly R[], above: Row[] = []): Sheet<never> {
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

/** Plan, period, department and the day of the export, above the first table. */
function titleBlock({ plan, exportedAt = new Date() }: TaskReport): Row[] {
  const line = (name: string, value: CellObject): Row => [
    { ...string(name), fontWeight: 'bold', columnSpan: 2 },
    null,
    value,
  ]
  return [
    [{ ...string(`${plan.title} ${words.title}`), fontWeight: 'bold', fontSize: 16, height: 28 }],
    line(words.period, string(`${plan.periodStart}~${plan.periodEnd}년`)),
    line(words.district, string([plan.district, plan.department].filter(Boolean).join(' '))),
    line(words.exported, { value: dayInSeoul(exportedAt), type: Date, format: DAY_FORMAT, align: 'left' }),
    [],
  ]
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
const string = (value: string) => ({ value: asXmlText(value), type: String, format: '@' })
