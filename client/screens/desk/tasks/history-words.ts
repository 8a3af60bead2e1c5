import type { Field } from '../../../../shared/plan/plan.ts'
import { TaskStatus, type TaskChange } from '../../../../shared/plan/priority-task.ts'
import type { Say } from '../parts/say.ts'

export interface ChangedPart {
  part: string
  before: string
  after: string
}

/** What a change of an entry changed, in words: fields by their titles, states by their names. */
export function changedParts({ before, after }: TaskChange, fields: readonly Field[], t: Say): ChangedPart[] {
  const word = (key: string, value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return t('history.nothing')
    if (key === 'fieldId') return fields.find(({ id }) => id === value)?.title ?? value
    const status = TaskStatus.safeParse(value)
    return key === 'status' && status.success ? t(`taskStatus.${status.data}`) : value
  }
  const name = (key: string): string => {
    if (key === 'title') return t('task.title')
    if (key === 'fieldId') return t('task.field')
    if (key === 'status') return t('task.status')
    if (key === 'rank') return t('task.rank')
    return key
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => ['title', 'fieldId', 'status', 'rank'].includes(key) && before[key] !== after[key])
    .map((key) => ({ part: name(key), before: word(key, before[key]), after: word(key, after[key]) }))
}
