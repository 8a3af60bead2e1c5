import { describe, expect, it } from 'vitest'
import type { BoardIssue } from '../../../shared/session/board-view.ts'
import { createSuggestions, filtered, mergeTarget } from './board.ts'
import { createColumns, createRows } from './columns.ts'

const boardRows = (issues: readonly BoardIssue[]) => createRows()(issues)

const issue = (id: string, over: Partial<BoardIssue> = {}): BoardIssue => ({
  id,
  title: `의제 ${id}`,
  text: `의제 ${id}`,
  detail: '',
  fieldId: null,
  mergedInto: null,
  group: null,
  hidden: null,
  status: 'shown',
  reason: null,
  edits: 0,
  supports: 0,
  personal: [],
  ...over,
})

describe('the board', () => {
  it('has a row for each issue that stands for itself, the newest first, with the merged ones inside', () => {
    const rows = boardRows([issue('i1'), issue('i2', { mergedInto: 'i1' }), issue('i3')])
    expect(rows.map(({ id }) => id)).toEqual(['i3', 'i1'])
    expect(rows[1]?.merged.map(({ id }) => id)).toEqual(['i2'])
  })
  it('filters what is hidden and what has no field yet', () => {
    const rows = boardRows([issue('i1', { hidden: 'unclear' }), issue('i2', { fieldId: 'f' }), issue('i3')])
    expect(filtered(rows, 'shown')).toHaveLength(2)
    expect(filtered(rows, 'noField').map(({ id }) => id)).toEqual(['i3'])
    expect(filtered(rows, 'hidden').map(({ id }) => id)).toEqual(['i1'])
  })
  it('merges into the row that has gathered most, else into the oldest', () => {
    const rows = boardRows([issue('i1'), issue('i2'), issue('i3', { mergedInto: 'i2' }), issue('i4')])
    expect(mergeTarget(rows)?.id).toBe('i2')
    expect(mergeTarget(boardRows([issue('i1'), issue('i5')]))?.id).toBe('i1')
  })
  it('suggests look-alikes until they are waved away or merged', () => {
    const suggest = createSuggestions()
    const issues = [issue('i1', { title: '마을 공동 판매장' }), issue('i2', { title: '마을 공동판매장' }), issue('i3')]
    const [pair] = suggest(boardRows(issues), new Set())
    expect(pair?.rows.map(({ id }) => id).sort()).toEqual(['i1', 'i2'])
    expect(suggest(boardRows(issues), new Set([pair?.key ?? '']))).toEqual([])
    expect(suggest(boardRows([issues[0]!, { ...issues[1]!, mergedInto: 'i1' }]), new Set())).toEqual([])
  })
})

describe('the columns', () => {
  const groups = [
    { id: 'i8', title: '판로' },
    { id: 'i9', title: '돌봄' },
  ]
  it('has one for each group, empty ones too, behind what is in none; a group that is gone is none', () => {
    const rows = boardRows([issue('i1', { group: 'i9' }), issue('i2'), issue('i3', { group: 'i7' })])
    expect(
      createColumns()(rows, groups, '미정').map(({ title, rows: own }) => [title, own.map(({ id }) => id)]),
    ).toEqual([
      ['미정', ['i3', 'i2']],
      ['판로', []],
      ['돌봄', ['i1']],
    ])
  })
  it('draws anew only what has changed', () => {
    const [rowsOf, columnsOf] = [createRows(), createColumns()]
    const issues = [
      issue('i1', { group: 'i8' }),
      issue('i2'),
      issue('i3', { group: 'i9' }),
      issue('i4', { mergedInto: 'i3' }),
    ]
    const before = columnsOf(rowsOf(issues), groups, '미정')
    expect(columnsOf(rowsOf([...issues]), groups, '미정').every((column, n) => column === before[n])).toBe(true)
    const moved = issues.map((one) => (one.id === 'i1' ? { ...one, group: null } : one))
    const after = columnsOf(rowsOf(moved), groups, '미정')
    expect(after.map((column, n) => column === before[n])).toEqual([false, false, true])
  })
})
