import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import { dayInSeoul, type TaskReport } from '../report.ts'
import { evidenceColumns, evidenceRows, originalColumns, originalRows, taskColumns, taskRows } from '../task-rows.ts'
import { DAY_FORMAT, string, table } from './table.ts'
import { words } from './texts.ts'

/** The three sheets of the report. */
export const sheets = (report: TaskReport): Sheet<never>[] => [
  table(words.tasks, taskColumns, taskRows(report), titleBlock(report)),
  table(words.evidence, evidenceColumns, evidenceRows(report)),
  table(words.originals, originalColumns, originalRows(report)),
]

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
