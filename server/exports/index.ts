import { csv } from './csv/index.ts'
import type { Exporter } from './report.ts'
import { xlsx } from './xlsx/index.ts'

/** Every format of the priority-task list. A new one is a folder and a line here. */
export const exporters = { xlsx, csv } as const satisfies Record<string, Exporter>
export type ExportFormat = keyof typeof exporters
export type { Exporter, TaskReport } from './report.ts'
