import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collected, facilitator, fieldId, type Played } from '../../../test/contracts/played-session.ts'
import type { DecidedCommand } from '../../session/commands.ts'
import { consoleView, projectorView } from '../../session/views.ts'
import { mineView } from '../../session/mine-view.ts'
import type { Actor } from '../material.ts'

const other: Actor = { role: 'facilitator', id: 'link:other', name: '박진행' }
const groupsOf = ({ state }: Played) =>
  state.material.groups.map(({ title, id }) => [
    title,
    Object.values(state.material.issues).flatMap((issue) => (issue.placement.group === id ? [issue.id] : [])),
  ])
/** Four issues, i1 to i4, two of them in the group i5. */
function grouped(): Played {
  const played = collected()
  played.give({ type: 'createGroups', groups: [{ title: '판로', issues: ['i1', 'i2'] }] })
  return played
}

describe('groups', () => {
  it('[GROUP-5] an issue lies in one group or in none', () => {
    const played = grouped()
    played.give({ type: 'createGroups', groups: [{ title: ' 교육·\n공간 ', issues: ['i2', 'i3', 'i3'] }] })
    expect(groupsOf(played)).toEqual([
      ['판로', ['i1']],
      ['교육· 공간', ['i2', 'i3']],
    ])
    expect(played.give({ type: 'putInGroup', issues: ['i2', 'i4'], group: 'i5' })).toBe('done')
    expect(played.give({ type: 'putInGroup', issues: ['i2'], group: 'i5' })).toBe('nothing new')
    expect(played.give({ type: 'moveGroup', group: 'i6', before: 'i5' })).toBe('done')
    expect(played.give({ type: 'moveGroup', group: 'i6', before: 'i6' })).toBe('nothing new')
    expect(played.give({ type: 'renameGroup', group: 'i6', title: '교육', was: '교육· 공간' })).toBe('done')
    expect(groupsOf(played)).toEqual([
      ['교육', ['i3']],
      ['판로', ['i1', 'i2', 'i4']],
    ])
    expect(played.give({ type: 'removeGroup', group: 'i5' })).toBe('done')
    expect(groupsOf(played)).toEqual([['교육', ['i3']]])
    expect(Object.keys(played.state.material.issues)).toHaveLength(4)
  })

  it('[GROUP-5] what is split off stands in the group where its stack stood, and its author hears of both', () => {
    const played = grouped()
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i4'] })
    expect(mineView(played.state, 'p3').issues).toMatchObject([{ id: 'i4', status: 'merged', group: '판로' }])
    played.give({ type: 'splitIssues', issues: ['i4'] })
    expect(mineView(played.state, 'p3').issues).toMatchObject([{ id: 'i4', status: 'shown', group: '판로' }])
    expect(mineView(played.state, 'p2').issues.map(({ group }) => group)).toEqual(['판로', null])
  })

  it('[GROUP-5] the wall is told the groups and where each card lies', () => {
    const played = grouped()
    played.open('a2')
    const { step } = projectorView(played.state, '')
    expect(step?.kind === 'group' && [step.groups, step.cards.map(({ id, group }) => [id, group])]).toEqual([
      [{ id: 'i5', title: '판로' }],
      [
        ['i4', null],
        ['i3', null],
        ['i2', 'i5'],
        ['i1', 'i5'],
      ],
    ])
  })

  it('[GROUP-6] the last move counts; into a group that is gone nothing moves', () => {
    const played = grouped()
    played.give({ type: 'createGroups', groups: [{ title: '교육', issues: [] }] })
    expect(played.give({ type: 'putInGroup', issues: ['i3'], group: 'i5' })).toBe('done')
    expect(played.give({ type: 'putInGroup', issues: ['i3'], group: 'i6' }, other)).toBe('done')
    expect(consoleView(played.state, '').boardNews).toEqual({
      number: 4,
      action: 'putInGroup',
      isUndoing: false,
      by: { id: 'link:other', name: '박진행' },
      issues: 1,
      group: '교육',
    })
    expect(played.give({ type: 'removeGroup', group: 'i5' })).toBe('done')
    expect(played.give({ type: 'putInGroup', issues: ['i3'], group: 'i5' }, other)).toBe('group_not_found')
    expect(groupsOf(played)).toEqual([['교육', ['i3']]])
  })

  it('[GROUP-7] a rename says what it saw; two groups of one name are one', () => {
    const played = grouped()
    expect(played.give({ type: 'renameGroup', group: 'i5', title: '판로 개척', was: '판로' })).toBe('done')
    const late = { type: 'renameGroup', group: 'i5', title: '판매', was: '판로' } as const
    expect(played.give(late, other)).toBe('version_conflict')
    expect(played.give({ ...late, title: '판로 개척' }, other)).toBe('nothing new')
    const same = { type: 'createGroups', groups: [{ title: '교육', issues: ['i3'] }] } as const
    played.give({ ...same, groups: [...same.groups.map((group) => ({ ...group, issues: [...group.issues] }))] })
    played.give({ type: 'createGroups', groups: [{ title: '교육', issues: ['i4'] }] }, other)
    expect(groupsOf(played)).toEqual([
      ['판로 개척', ['i1', 'i2']],
      ['교육', ['i3', 'i4']],
    ])
    expect(played.give({ type: 'renameGroup', group: 'i5', title: '교육', was: '판로 개척' })).toBe('already_exists')
  })

  it('[GROUP-7] names are words, and there are not more groups than a board can show', () => {
    const played = collected()
    const create = (...titles: string[]) =>
      played.give({ type: 'createGroups', groups: titles.map((title) => ({ title, issues: [] })) })
    expect(create('  ')).toBe('text_empty')
    expect(create('가'.repeat(41))).toBe('text_too_long')
    expect(create(...Array.from({ length: 60 }, (_, n) => `묶음 ${n}`))).toBe('done')
    expect(create('하나 더')).toBe('too_many_groups')
    expect(played.give({ type: 'putInGroup', issues: ['i99'], group: null })).toBe('issue_not_found')
  })

  it('[GROUP-8] an undo takes back the step that was seen, and says who undid it', () => {
    const played = grouped()
    const seen = consoleView(played.state, '').undo
    expect(seen).toEqual({ action: 'createGroup', issues: 2, number: 1, by: { id: 'account:1', name: '진행자' } })
    played.give({ type: 'putInGroup', issues: ['i3'], group: 'i5' }, other)
    expect(played.give({ type: 'undo', step: seen!.number })).toBe('version_conflict')
    expect(played.give({ type: 'undo', step: 2 })).toBe('done')
    expect(consoleView(played.state, '').boardNews).toMatchObject({
      number: 3,
      isUndoing: true,
      by: { name: '진행자' },
    })
    expect(played.give({ type: 'undo', step: 1 })).toBe('done')
    expect(groupsOf(played)).toEqual([])
  })

  it('[GROUP-8] facts of the release before have no groups and nobody’s name, and can be undone', () => {
    const played = collected()
    const before = { title: null, fieldId: null, mergedInto: null, hidden: null }
    const step = {
      action: 'hide',
      changes: [{ issue: 'i1', before, after: { ...before, hidden: 'unclear' } }],
    } as const
    played.happen({ type: 'boardChanged', step: { ...step, changes: [...step.changes] } })
    expect(consoleView(played.state, '').undo).toEqual({ action: 'hide', issues: 1, number: 1, by: null })
    expect(played.give({ type: 'undo', step: 1 })).toBe('done')
  })

  it('[GROUP-10] a vote about groups: each with its originals, the field that all have, and single issues beside', () => {
    const played = grouped()
    played.give({ type: 'mergeIssues', into: 'i1', issues: ['i4'] })
    played.give({ type: 'assignField', issues: ['i1', 'i2'], fieldId })
    played.give({ type: 'createGroups', groups: [{ title: '빈 묶음', issues: [] }] })
    const settings = { subject: { of: 'groups' }, parameters: { perVoter: 2 } }
    played.give({ type: 'configureActivity', activity: 'a3', title: '투표', settings })
    played.open('a3')
    const vote = played.vote()
    expect(
      vote.phase === 'open' &&
        vote.candidates.map(({ id, title, fieldId: field, originals }) => [
          id,
          title,
          field,
          originals.map(({ issue }) => issue),
        ]),
    ).toEqual([
      ['i5', '판로', fieldId, ['i1', 'i4', 'i2']],
      ['i3', '교육을 저녁에 열어 주세요', null, ['i3']],
    ])
  })

  it('[GROUP-8] whatever two have done on a board, undoing all of it gives it back as it was', () => {
    const ids = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7']
    const id = fc.constantFrom(...ids)
    const issues = fc.array(id, { minLength: 1, maxLength: 3 })
    const title = fc.constantFrom('판로', '돌봄', '공간', '교육')
    const command: fc.Arbitrary<DecidedCommand> = fc.oneof(
      fc.record({ type: fc.constant('mergeIssues' as const), into: id, issues }),
      fc.record({ type: fc.constant('splitIssues' as const), issues }),
      fc.record({ type: fc.constant('assignField' as const), issues, fieldId: fc.constantFrom(fieldId, null) }),
      fc.record({ type: fc.constant('hideIssues' as const), issues, reason: fc.constant('unclear' as const) }),
      fc.record({ type: fc.constant('showIssues' as const), issues }),
      fc.record({ type: fc.constant('rewordIssue' as const), issue: id, title: fc.option(title) }),
      fc.record({
        type: fc.constant('createGroups' as const),
        groups: fc.array(fc.record({ title, issues }), { minLength: 1, maxLength: 2 }),
      }),
      fc.record({ type: fc.constant('putInGroup' as const), issues, group: fc.option(id) }),
      fc.record({ type: fc.constant('renameGroup' as const), group: id, title, was: title }),
      fc.record({ type: fc.constant('moveGroup' as const), group: id, before: fc.option(id) }),
      fc.record({ type: fc.constant('removeGroup' as const), group: id }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.boolean()), { maxLength: 45 }), (steps) => {
        const played = collected()
        const { issues: before } = played.state.material
        let done = 0
        for (const [step, isOther] of steps) {
          if (played.give(step, isOther ? other : facilitator) === 'done') done += 1
          const { groups, issues: now } = played.state.material
          const known = new Set(groups.map((group) => group.id))
          expect(known.size).toBe(groups.length)
          for (const { placement } of Object.values(now)) if (placement.group) expect(known).toContain(placement.group)
        }
        for (; done > 0; done -= 1) expect(played.give({ type: 'undo' })).toBe('done')
        expect(played.state.material.issues).toEqual(before)
        expect(played.state.material.groups).toEqual([])
        expect(played.give({ type: 'undo' })).toBe('nothing_to_undo')
      }),
      { numRuns: 300 },
    )
  })
})
