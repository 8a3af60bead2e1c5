import { describe, expect, it } from 'vitest'
import { AgendaItem } from '../activities/index.ts'
import { definition, Played, seat } from '../../test/contracts/played-session.ts'
import { beginSession } from './state.ts'
import { tableView } from './tables.ts'
import { consoleView, phoneView, projectorView } from './views.ts'
import { mineView } from './mine-view.ts'

const third = { role: 'tableFacilitator', id: 'link:3', name: '3조 진행자', table: 3 } as const
const walled = (played: Played) => {
  const { step } = projectorView(played.state, '')
  return step?.kind === 'collect' ? step.cards.map(({ title, table }) => [title, table]) : null
}

/** Three tables; seats 1 and 2 sit at table 1, seat 3 at table 3. The tables write for themselves. */
function seated(scope: 'plenary' | 'tables' = 'tables'): Played {
  const played = new Played()
  const [collect, ...rest] = definition.agenda
  const agenda = [AgendaItem.parse({ ...collect, settings: { perPerson: 3, scope } }), ...rest]
  played.state = beginSession({ ...definition, tables: { count: 3 }, agenda })
  for (const [n, table] of [
    [1, 1],
    [2, 1],
    [3, 3],
  ] as const) {
    played.give({ type: 'joinTable', table }, seat(n))
  }
  played.open('a1')
  return played
}

describe('tables', () => {
  it('[TABLE-1] a seat chooses its table, may change it, and is told which; a room without tables has none', () => {
    const played = seated()
    expect(played.give({ type: 'joinTable', table: 4 }, seat(1))).toBe('unknown_table')
    expect(played.give({ type: 'joinTable', table: 1 }, seat(1))).toBe('nothing new')
    expect(played.give({ type: 'joinTable', table: 2 }, seat(1))).toBe('done')
    expect(mineView(played.state, 'p1').table).toBe(2)
    expect(played.give({ type: 'joinTable', table: null }, seat(1))).toBe('done')
    expect(mineView(played.state, 'p1').table).toBeUndefined()
    expect(played.give({ type: 'joinTable', table: 1 }, third)).toBe('forbidden')
    expect(new Played().give({ type: 'joinTable', table: 1 }, seat(1))).toBe('unknown_table')
  })

  it('[TABLE-2] what a table writes for itself is on no wall and in no vote until it is brought before the room', () => {
    const played = seated()
    expect(played.write(9, '조가 없는 사람')).toBe('table_missing')
    played.write(1, '1조의 글')
    played.write(3, '3조의 글')
    played.write(3, '3조의 다른 글')
    expect(walled(played)).toEqual([])
    expect(phoneView(played.state).step).toMatchObject({ collected: 0 })
    expect(consoleView(played.state, '').issues.map(({ table, atTable }) => [table, atTable])).toEqual([
      [1, true],
      [3, true],
      [3, true],
    ])
    expect(played.give({ type: 'rollUp', issues: ['i3'], up: true }, third)).toBe('done')
    expect(played.give({ type: 'rollUp', issues: ['i1'], up: true })).toBe('done')
    expect(walled(played)).toEqual([
      ['1조의 글', 1],
      ['3조의 다른 글', 3],
    ])
    expect(played.give({ type: 'rollUp', issues: ['i3'], up: true }, third)).toBe('nothing new')
    played.close('a1')
    played.open('a3')
    const vote = played.vote()
    expect(vote.phase === 'open' && vote.candidates.map(({ id }) => id).sort()).toEqual(['i1', 'i3'])
  })

  it('[TABLE-3] whoever runs a table sees and touches that table only, and writes for those without a phone', () => {
    const played = seated()
    played.write(1, '1조의 글')
    played.write(3, '3조의 글')
    const words = { type: 'submitIssue', activity: 'a1', text: '말로 들은 것', detail: '', fieldId: null } as const
    for (let n = 0; n < 4; n += 1) expect(played.give(words, third)).toBe('done')
    expect(tableView(played.state, 3)).toMatchObject({ table: 3, seats: 1 })
    expect(tableView(played.state, 3).issues.map(({ title }) => title)).not.toContain('1조의 글')
    expect(tableView(played.state, 3).issues).toHaveLength(5)
    expect(JSON.stringify(tableView(played.state, 3))).not.toMatch(/"author"|"p\d/)
    for (const command of [
      { type: 'rollUp', issues: ['i1'], up: true },
      { type: 'mergeIssues', into: 'i2', issues: ['i1'] },
      { type: 'mergeIssues', into: 'i1', issues: ['i2'] },
      { type: 'rewordIssue', issue: 'i1', title: '다른 말' },
    ] as { type: 'rollUp'; issues: string[]; up: boolean }[]) {
      expect(played.give(command, third), JSON.stringify(command)).toBe('not_your_table')
    }
    expect(played.give({ type: 'mergeIssues', into: 'i2', issues: ['i3'] }, third)).toBe('done')
    expect(played.give({ type: 'rollUp', issues: ['i2'], up: true }, third)).toBe('done')
    expect(played.give({ type: 'rollUp', issues: ['i2'], up: false }, third)).toBe('done')
    expect(walled(played)).toEqual([])
  })

  it('[TABLE-4] the console sees every table in numbers', () => {
    const played = seated()
    played.write(1, '하나')
    played.write(2, '둘')
    played.write(3, '셋')
    played.give({ type: 'rollUp', issues: ['i2'], up: true })
    expect(consoleView(played.state, '').tableCounts).toEqual([
      { table: 1, seats: 2, issues: 2, rolledUp: 1 },
      { table: 2, seats: 0, issues: 0, rolledUp: 0 },
      { table: 3, seats: 1, issues: 1, rolledUp: 0 },
    ])
    expect(consoleView(new Played().state, '').tableCounts).toBeNull()
  })

  it('[TABLE-5] where the whole room writes as one, cards say from which table and nothing waits to be brought', () => {
    const played = seated('plenary')
    played.write(3, '3조의 글')
    played.write(9, '서 있는 사람의 글')
    expect(walled(played)).toEqual([
      ['서 있는 사람의 글', undefined],
      ['3조의 글', 3],
    ])
    expect(played.give({ type: 'rollUp', issues: ['i1'], up: true })).toBe('issue_not_found')
  })
})
