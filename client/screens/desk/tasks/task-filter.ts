import { TaskStatus, type PriorityTask } from '../../../../shared/plan/priority-task.ts'

/** What of the list is shown. It lives in the address, so that a view can be sent to a colleague. */
export interface TaskFilter {
  field: string
  status: TaskStatus | ''
  /** words that are looked for */
  q: string
}

type Query = Record<string, string | null | (string | null)[] | undefined>
const first = (value: Query[string]): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** Whatever stands in the address: what is unknown there is no filter. */
export function filterFrom(query: Query): TaskFilter {
  const status = TaskStatus.safeParse(first(query.status))
  return { field: first(query.field), status: status.success ? status.data : '', q: first(query.q) }
}

/** The address of a view: only what is set stands in it. */
export const queryOf = (filter: TaskFilter, task = ''): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...filter, task }).filter(([, value]) => value !== ''))

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('ko')

/** The words may stand in the title, or in what residents wrote. */
function mentions(task: PriorityTask, words: string[]): boolean {
  const said = task.evidence.flatMap(({ title, originals }) => [
    title,
    ...originals.flatMap(({ text, detail }) => [text, detail]),
  ])
  const text = plain([task.title, task.reason, ...said].join('\n'))
  return words.every((word) => text.includes(word))
}

export function filterTasks(tasks: readonly PriorityTask[], { field, status, q }: TaskFilter): PriorityTask[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  return tasks.filter(
    (task) => (!field || task.fieldId === field) && (!status || task.status === status) && mentions(task, words),
  )
}

/** How many entries a chip would show, with the other filters as they are. */
export const countWith = (tasks: readonly PriorityTask[], filter: TaskFilter, change: Partial<TaskFilter>): number =>
  filterTasks(tasks, { ...filter, ...change }).length
