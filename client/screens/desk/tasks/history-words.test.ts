import { expect, it } from 'vitest'
import type { TaskChange } from '../../../../shared/plan/priority-task.ts'
import type { Say } from '../parts/say.ts'
import { changedParts } from './history-words.ts'

const t: Say = (key) => key
const change = (before: TaskChange['before'], after: TaskChange['after']): TaskChange => ({
  at: '2016-04-15T17:00:00+09:00',
  by: '김담당',
  kind: 'edited',
  before,
  after,
  reason: '',
})

it('says fields by their titles and states by their names', () => {
  const fields = [{ id: 'f1', title: '지역특화사업' }]
  expect(changedParts(change({ fieldId: null }, { fieldId: 'f1' }), fields, t)).toEqual([
    { part: 'task.field', before: 'history.nothing', after: '지역특화사업' },
  ])
  expect(changedParts(change({ status: 'proposed' }, { status: 'adopted' }), fields, t)).toEqual([
    { part: 'task.status', before: 'taskStatus.proposed', after: 'taskStatus.adopted' },
  ])
})

it('leaves out what stayed as it was, and what is not for people', () => {
  expect(changedParts(change({ title: '가', version: '1' }, { title: '가', version: '2' }), [], t)).toEqual([])
})
