import { describe, expect, it } from 'vitest'
import type { NoteLine } from '../../../shared/activities/discuss/note.ts'
import type { AnalysisView } from '../../../shared/session/analysis-view.ts'
import { agreementOf, filtered, tagsOf, themesOf } from './coding.ts'

const line = (n: number, changed: Partial<NoteLine> = {}): NoteLine => ({
  id: `n${n}`,
  key: `key-of-note-${n}`,
  activity: 'a1',
  question: 'q1',
  speaker: '1',
  text: `${n}번째 발언`,
  at: n,
  tone: 'neutral',
  isQuote: false,
  codes: [],
  source: 'note',
  ...changed,
})
const analysis: AnalysisView = {
  codes: [
    { id: 'c1', name: '판로', definition: '', theme: 't1' },
    { id: 'c2', name: '공간', definition: '', theme: null },
  ],
  themes: [{ id: 't1', name: '함께 팔기' }],
  tags: [
    { note: 'n1', by: 'me', codes: ['c1'] },
    { note: 'n1', by: 'you', codes: ['c1', 'c2'] },
    { note: 'n2', by: 'you', codes: [] },
  ],
  candidates: [],
}
const lines = [line(1), line(2, { question: 'q2', text: '모일 공간이 없어요' }), line(3)]

describe('the coding desk', () => {
  it('knows whose codes a line has', () => {
    expect(tagsOf(analysis, 'me').get('n1')).toEqual(
      new Map([
        ['c1', true],
        ['c2', false],
      ]),
    )
  })

  it('filters by question, by what has no code yet, and by words', () => {
    const ids = (filter: object) =>
      filtered(lines, tagsOf(analysis, 'me'), { question: null, isUncoded: false, search: '', ...filter }).map(
        ({ id }) => id,
      )
    expect(ids({})).toEqual(['n1', 'n2', 'n3'])
    expect(ids({ question: 'q2' })).toEqual(['n2'])
    expect(ids({ isUncoded: true })).toEqual(['n2', 'n3'])
    expect(ids({ search: ' 공간' })).toEqual(['n2'])
  })

  it('puts lines under the themes of their codes, and codes without a theme last', () => {
    expect(themesOf(analysis, lines).map(({ theme, lines: own }) => [theme?.name ?? null, own.length])).toEqual([
      ['함께 팔기', 1],
      [null, 1],
    ])
  })

  it('compares two coders where there are two', () => {
    expect(agreementOf({ ...analysis, tags: analysis.tags.slice(0, 1) })).toBeNull()
    expect(agreementOf(analysis)?.map(({ code, table }) => [code.id, table])).toEqual([
      [
        'c1',
        [
          [1, 0],
          [0, 0],
        ],
      ],
      [
        'c2',
        [
          [0, 1],
          [0, 0],
        ],
      ],
    ])
  })
})
