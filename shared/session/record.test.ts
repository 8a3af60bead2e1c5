import { describe, expect, it } from 'vitest'
import { definition, material } from '../../test/contracts/activity-data.ts'
import { AgendaItem } from '../activities/index.ts'
import { recordOf, SessionRecord } from './record.ts'
import { beginSession } from './state.ts'

const agenda = [
  { id: 'a1', title: '이야기', minutes: 60, kind: 'discuss', settings: {} },
  { id: 'a2', title: '정리', minutes: 10, kind: 'coding', settings: {} },
].map((item) => AgendaItem.parse(item))
const record = recordOf({ ...beginSession(definition(agenda)), material: material() })

describe('the record of a session', () => {
  it('[RECORD-1] holds what was done, written, said and made of it, as its schema says', () => {
    expect(SessionRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
    expect(record.run.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(record.issues.find(({ id }) => id === 'i7')).toMatchObject({ title: '진행자가 다듬은 말', text: '7번 의제' })
    expect(record.transcript.map(({ id }) => id)).toEqual(['n1', 'n2'])
    expect(record.codes.map(({ id }) => id)).toEqual(['c1'])
    expect(record.moderation).toMatchObject([{ issue: 'i10', by: '진행자', before: 'shown', after: 'returned' }])
    expect(record.issues.find(({ id }) => id === 'i7')).toMatchObject({ supports: 1, group: '돌봄' })
    expect(record.causes.map(({ id }) => id)).toContain('i30')
    expect(record.tags).toEqual([{ note: 'n1', coder: 1, codes: ['c1'] }])
    expect(record.candidates).toMatchObject([{ issue: 'i1', partly: 1, corrections: ['이렇게요'] }])
  })

  it('[RECORD-2] has no seat, no account, no link and nobody’s private note in it', () => {
    const text = JSON.stringify(record)
    expect(text).not.toMatch(/"p\d+"|account:|link:|"author"/)
    for (const notes of Object.values(material().privateNotes))
      for (const { text: own } of notes) expect(text).not.toContain(own)
  })

  it('[RECORD-1] leaves out what was withdrawn', () => {
    expect(record.issues.some(({ id }) => id === 'i5')).toBe(false)
  })
})
