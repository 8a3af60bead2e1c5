import { describe, expect, it } from 'vitest'
import { noCoding } from '../../shared/activities/coding/code.ts'
import type { Issue, Material } from '../../shared/activities/material.ts'
import { SimilarIssues } from './index.ts'

const issue = (n: number, text: string, changed: Partial<Issue> = {}): Issue => ({
  id: `i${n}`,
  activity: 'a1',
  author: `p${n}`,
  text,
  detail: '',
  withdrawn: false,
  placement: { title: null, fieldId: null, mergedInto: null, hidden: null },
  ...changed,
})
const material = (...issues: Issue[]): Material => ({
  fields: [],
  groups: [],
  boardNews: null,
  issues: Object.fromEntries(issues.map((one) => [one.id, one])),
  nextIssue: issues.length + 1,
  undo: [],
  notes: {},
  privateNotes: {},
  coding: noCoding,
  checks: {},
})
const asked = '청년일자리가 모자라요'
const same = '청년 일자리가 부족합니다'

describe('SimilarIssues', () => {
  it('[SIMILAR-1] offers what the room can read, without its author', () => {
    const { placement } = issue(0, '')
    const all = material(
      issue(1, same, { supporters: ['p8', 'p9'] }),
      issue(2, '주차장이 없다'),
      issue(3, same, { withdrawn: true }),
      issue(4, same, { placement: { ...placement, hidden: 'unclear' } }),
      issue(5, same, { placement: { ...placement, mergedInto: 'i1' } }),
      issue(6, same, { review: { status: 'waiting', reason: null } }),
      issue(7, same, { isAlone: true }),
    )
    const similar = new SimilarIssues()
    expect(similar.near('s', all, asked, 'p50')).toEqual([{ id: 'i1', title: same, supports: 2 }])
    expect(similar.near('s', all, asked, 'p1')).toEqual([])
    expect(similar.near('s', { ...all, revealed: ['a1'] }, asked, 'p1').map(({ id }) => id)).toEqual(['i7'])
  })

  it('[SIMILAR-2] follows what is written, changed and taken back, each session for itself', () => {
    const similar = new SimilarIssues()
    const ids = (given: Material, session = 's') => similar.near(session, given, asked, 'p50').map(({ id }) => id)
    expect(ids(material())).toEqual([])
    expect(ids(material(issue(1, same)))).toEqual(['i1'])
    expect(ids(material(issue(1, '주차장이 없다'), issue(2, same)))).toEqual(['i2'])
    expect(ids(material(issue(1, '주차장이 없다'), issue(2, same, { withdrawn: true })))).toEqual([])
    expect(ids(material(issue(1, same)), 'another')).toEqual(['i1'])
  })
})
