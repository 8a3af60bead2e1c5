import { describe, expect, it } from 'vitest'
import { collected, fieldId, seat } from '../../test/contracts/played-session.ts'
import { mineView } from './mine-view.ts'
import { projectorView } from './views.ts'

describe('the board', () => {
  it('[GROUP-1] merging keeps the originals, and what was merged goes along', () => {
    const played = collected()
    played.give({ type: 'mergeIssues', into: 'i2', issues: ['i4'] })
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })
    const { issues } = played.state.material
    expect(issues.i2).toMatchObject({ text: '팔 데가 없어요', placement: { mergedInto: 'i1' } })
    expect(issues.i4).toMatchObject({ text: '모일 공간이 없습니다', placement: { mergedInto: 'i1' } })
    played.open('a3')
    const vote = played.vote()
    expect(
      vote.phase === 'open' && vote.candidates.map(({ id, originals }) => [id, originals.map((o) => o.issue)]),
    ).toEqual([
      ['i1', ['i1', 'i2', 'i4']],
      ['i3', ['i3']],
    ])
  })

  it('[GROUP-2] a merge needs two, a target that stands by itself, and issues that are there', () => {
    const played = collected()
    expect(played.give({ type: 'mergeIssues', into: 'i1', issues: ['i1'] })).toBe('merge_needs_two')
    expect(played.give({ type: 'mergeIssues', into: 'i1', issues: ['i99'] })).toBe('issue_not_found')
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })
    expect(played.give({ type: 'mergeIssues', into: 'i2', issues: ['i3'] })).toBe('issue_not_found')
    expect(played.give({ type: 'splitIssues', issues: ['i3'] })).toBe('not_merged')
  })

  it('[GROUP-3] undo takes back the latest steps one by one, and only what nobody has changed since', () => {
    const played = collected()
    const before = played.state.material.issues
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i2'] })
    played.give({ type: 'hideIssues', issues: ['i3'], reason: 'offTopic' })
    played.give({ type: 'rewordIssue', issue: 'i4', title: '모임 공간' })
    played.give({ type: 'assignField', issues: ['i1', 'i4'], fieldId })
    for (let i = 0; i < 4; i += 1) expect(played.give({ type: 'undo' })).toBe('done')
    expect(played.state.material.issues).toEqual(before)
    expect(played.give({ type: 'undo' })).toBe('nothing_to_undo')

    played.give({ type: 'assignField', issues: ['i1'], fieldId })
    played.open('a1')
    const revise = { type: 'reviseIssue', issue: 'i1', text: '고친 글', detail: '', fieldId: null } as const
    expect(played.give(revise, seat(1))).toBe('done')
    expect(played.give({ type: 'undo' })).toBe('undo_conflict')
  })

  it('[GROUP-4] a hidden issue is not on the wall, in no vote, and its author sees why', () => {
    const played = collected()
    played.give({ type: 'hideIssues', issues: ['i4'], reason: 'abusive' })
    expect(JSON.stringify(projectorView(played.state, ''))).not.toContain('모일 공간이 없습니다')
    expect(mineView(played.state, 'p3').issues).toMatchObject([{ id: 'i4', status: 'hidden', hidden: 'abusive' }])
    played.open('a3')
    const vote = played.vote()
    expect(vote.phase === 'open' && vote.candidates.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3'])
  })

  it('a step that changes nothing is none', () => {
    const played = collected()
    expect(played.give({ type: 'assignField', issues: ['i1'], fieldId: null })).toBe('nothing new')
    expect(played.give({ type: 'showIssues', issues: ['i1'] })).toBe('nothing new')
    expect(played.state.material.undo).toEqual([])
  })
})
