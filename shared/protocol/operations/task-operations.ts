import { z } from 'zod'
import { Digest, Uuid } from '../../base/ids.ts'
import { PriorityTask, PriorityTaskDetail, TaskDecision, TaskEdit, TaskStatus } from '../../plan/priority-task.ts'
import { ResultSummary } from '../../results/honest.ts'
import { SealedResult } from '../../results/seal.ts'
import { XLSX, byId, command } from './operation.ts'
import type { Operation } from './operation.ts'

const taskFilter = z.strictObject({ field: Uuid.optional(), status: TaskStatus.optional() })

/** The priority-task list, and the sealed results behind it. */
export const taskOperations = {
  listTasks: {
    method: 'get',
    path: '/plans/:id/tasks',
    summary: 'The priority-task list, by rank; filtered by field and status.',
    params: byId,
    query: taskFilter,
    answer: z.array(PriorityTask),
  },
  exportTasksXlsx: {
    method: 'get',
    path: '/plans/:id/tasks.xlsx',
    summary: 'The priority-task list as a spreadsheet.',
    params: byId,
    query: taskFilter,
    answer: XLSX,
  },
  exportTasksCsv: {
    method: 'get',
    path: '/plans/:id/tasks.csv',
    summary: 'The priority-task list as CSV (UTF-8 with BOM).',
    params: byId,
    query: taskFilter,
    answer: 'text/csv',
  },
  getTask: {
    method: 'get',
    path: '/tasks/:id',
    summary: 'One entry with its evidence and history.',
    params: byId,
    answer: PriorityTaskDetail,
  },
  editTask: {
    method: 'patch',
    path: '/tasks/:id',
    summary: 'Change title or field. `version` is the one that was read.',
    params: byId,
    body: z.strictObject({ ...command, ...TaskEdit.shape }),
    answer: PriorityTaskDetail,
  },
  decideTask: {
    method: 'post',
    path: '/tasks/:id/decision',
    summary: 'Adopt, hold or reject an entry; hold and reject need a reason.',
    params: byId,
    body: z.strictObject({ ...command, ...TaskDecision.shape }),
    answer: PriorityTaskDetail,
  },
  getResult: {
    method: 'get',
    path: '/results/:digest',
    summary:
      'A sealed result with all its ballots, byte for byte as its digest was made; it reads as an input of the recount. For auditors.',
    params: z.strictObject({ digest: Digest }),
    answer: SealedResult,
  },
  readResult: {
    method: 'get',
    path: '/results/:digest/summary',
    summary: 'A sealed result without its single ballots, and how much it can bear.',
    params: z.strictObject({ digest: Digest }),
    answer: ResultSummary,
  },
  downloadRecount: {
    method: 'get',
    path: '/results/:digest/recount.zip',
    summary:
      'What everybody needs to count a sealed result again: ballots, rule card, digest, a README. Where single ballots could tell whose they are, counts of pairs and ranks instead.',
    params: z.strictObject({ digest: Digest }),
    answer: 'application/zip',
  },
  downloadRecountForAuditors: {
    method: 'get',
    path: '/results/:digest/recount-full.zip',
    summary: 'The same with all ballots, whatever they could tell.',
    params: z.strictObject({ digest: Digest }),
    answer: 'application/zip',
  },
} as const satisfies Record<string, Operation>
