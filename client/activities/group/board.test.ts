import { describe, expect, it } from 'vitest'
import type { BoardIssue } from '../../../shared/session/views.ts'
import { boardRows, createSuggestions, filtered, mergeTarget } from './board.ts'

const issue = (id: string, over: Partial<BoardIssue> = {}): BoardIssue => ({
  id,
  title: `의제 ${id}`,
  text: `의제 ${id}`,
  detail: '',
  fieldId: null,
  mergedInto: null,
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
