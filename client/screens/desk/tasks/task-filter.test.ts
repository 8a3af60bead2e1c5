import { expect, it } from 'vitest'
import { aTask } from './task-builder.ts'
import { countWith, filterFrom, filterTasks, queryOf } from './task-filter.ts'

const field = '0b6f1f0e-3f5e-4a52-8d0a-0d2b1a3c4e5f'

it('reads a view from the address and writes it back', () => {
  const filter = filterFrom({ field, status: 'adopted', q: '판매장' })
  expect(filter).toEqual({ field, status: 'adopted', q: '판매장' })
  expect(queryOf(filter, 't1')).toEqual({ field, status: 'adopted', q: '판매장', task: 't1' })
})

it('leaves out of the address what is not set', () => {
  expect(queryOf({ field: '', status: '', q: '' })).toEqual({})
})

it('takes an unknown status for none, and the first of a repeated one', () => {
  expect(filterFrom({ status: 'eaten' }).status).toBe('')
  expect(filterFrom({ status: ['onHold', 'adopted'], q: null })).toEqual({ field: '', status: 'onHold', q: '' })
})

const shop = aTask({ title: '공동 판매장 만들기', fieldId: field, said: ['시장 안에 같이 파는 가게'] })
const youth = aTask({ title: '청년 일자리 연결', status: 'adopted', said: ['Youth JOBS'] })

it('filters by field, by status, and by words in any order', () => {
  expect(filterTasks([shop, youth], { field, status: '', q: '' })).toEqual([shop])
  expect(filterTasks([shop, youth], { field: '', status: 'adopted', q: '' })).toEqual([youth])
  expect(filterTasks([shop, youth], { field: '', status: '', q: '만들기  공동' })).toEqual([shop])
})

it("finds residents' own words, whatever the case or the composition of the letters", () => {
  expect(filterTasks([shop, youth], { field: '', status: '', q: '가게'.normalize('NFD') })).toEqual([shop])
  expect(filterTasks([shop, youth], { field: '', status: '', q: 'jobs' })).toEqual([youth])
})

it('counts what a chip would show', () => {
  const filter = { field: '', status: 'adopted' as const, q: '' }
  expect(countWith([shop, youth], filter, { status: '' })).toBe(2)
  expect(countWith([shop, youth], filter, { field })).toBe(0)
})
