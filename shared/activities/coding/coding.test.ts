import { describe, expect, it } from 'vitest'
import { facilitator, Played, seat, definition } from '../../../test/contracts/played-session.ts'
import { beginSession } from '../../session/state.ts'
import { AgendaItem } from '../index.ts'
import type { Actor } from '../material.ts'
import { linesIn } from '../discuss/note.ts'
import { codesIn, codesOf, themesIn } from './code.ts'
import { agreementOn, codersIn, linesByTheme } from './quotes.ts'

const other: Actor = { role: 'noteTaker', id: 'link:2', name: '이기록' }

/** A discussion of five lines, three people and a phone. */
function discussed(): Played {
  const played = new Played()
  const agenda = [
    { id: 'a1', title: '이야기', minutes: 60, kind: 'discuss', settings: {} },
    { id: 'a2', title: '정리', minutes: 10, kind: 'coding', settings: {} },
    { id: 'a3', title: '확인', minutes: 10, kind: 'memberCheck', settings: {} },
  ].map((item) => AgendaItem.parse(item))
  played.state = beginSession({ ...definition, agenda })
  played.open('a1')
  const say = (n: number, speaker: '1' | '2' | '3', text: string, quote = false) =>
    played.give({
      type: 'takeNote',
      activity: 'a1',
      question: null,
      note: `line-key-${n}`,
      speaker,
      text,
      tone: 'neutral',
      quote,
      at: n,
    })
  say(1, '1', '물건을 팔 데가 없어요', true)
  say(2, '2', '장터가 있으면 좋겠어요')
  say(3, '1', '팔 데가 없다니까요')
  say(4, '3', '모일 방이 필요해요')
  played.give(
    { type: 'answerQuestion', activity: 'a1', question: null, note: 'phone-key-1', text: '온라인으로도' },
    seat(1),
  )
  return played
}
const names = (played: Played) => codesIn(played.state.material.coding).map(({ name }) => name)

describe('coding what was said', () => {
  it('[CODING-1] a code has a name of its own, and a theme that is there or is made with it', () => {
    const played = discussed()
    const add = (name: string, more: object = {}) =>
      played.give({ type: 'addCode', name, definition: '', theme: null, ...more })
    expect(add('판로', { newTheme: '함께 팔기' })).toBe('done')
    expect(add('장터', { theme: 't1' })).toBe('done')
    expect(add(' 판로 ')).toBe('already_exists')
    expect(add('  ')).toBe('text_empty')
    expect(add('공간', { theme: 't9' })).toBe('theme_not_found')
    expect(themesIn(played.state.material.coding)).toEqual([{ id: 't1', name: '함께 팔기' }])
    expect(names(played)).toEqual(['판로', '장터'])
  })

  it('[CODING-2] what is removed can be put back, with all that it had', () => {
    const played = discussed()
    played.give({ type: 'addCode', name: '판로', definition: '', theme: null, newTheme: '함께 팔기' })
    played.give({ type: 'tagNote', note: 'n1', codes: ['c1'] })
    const before = played.state.material.coding
    played.give({ type: 'removeTheme', theme: 't1' })
    expect(codesIn(played.state.material.coding)).toMatchObject([{ id: 'c1', theme: null }])
    played.give({ type: 'removeCode', code: 'c1' })
    expect(codesOf(played.state.material.coding, 'n1')).toEqual([])
    expect(played.give({ type: 'tagNote', note: 'n1', codes: ['c1'] })).toBe('code_not_found')
    played.give({ type: 'restoreCode', code: 'c1' })
    played.give({ type: 'restoreTheme', theme: 't1' })
    expect(played.state.material.coding).toEqual(before)
  })

  it('[CODING-3] each coder’s codes are his own, and their agreement is counted code by code', () => {
    const played = discussed()
    played.give({ type: 'addCode', name: '판로', definition: '', theme: null })
    const tag = (note: string, codes: string[], who = facilitator) => played.give({ type: 'tagNote', note, codes }, who)
    tag('n1', ['c1'])
    tag('n2', ['c1'])
    tag('n4', [])
    tag('n1', ['c1'], other)
    tag('n2', [], other)
    tag('n4', [], other)
    tag('n3', ['c1'], other)
    const { coding } = played.state.material
    expect(codersIn(coding)).toEqual(['account:1', 'link:2'])
    expect(codesOf(coding, 'n2')).toEqual(['c1'])
    // An empty choice says that nothing fits only where something was given before.
    expect(agreementOn(coding, ['account:1', 'link:2'])).toMatchObject([
      {
        table: [
          [1, 0],
          [0, 0],
        ],
        observed: 1,
        holsti: 1,
        kappa: null,
      },
    ])
    expect(played.give({ type: 'tagNote', note: 'n1', codes: [] }, seat(1))).toBe('forbidden')
    expect(tag('n99', [])).toBe('note_not_found')
  })

  it('[CODING-4] a theme weighs by how many people said it, before how often it was said', () => {
    const played = discussed()
    played.give({ type: 'addCode', name: '불편', definition: '', theme: null, newTheme: '한 사람의 말' })
    played.give({ type: 'addCode', name: '장터', definition: '', theme: null, newTheme: '여러 사람의 말' })
    played.give({ type: 'addCode', name: '그 밖', definition: '', theme: null })
    for (const note of ['n1', 'n3']) played.give({ type: 'tagNote', note, codes: ['c1'] })
    played.give({ type: 'tagNote', note: 'n2', codes: ['c2'] })
    played.give({ type: 'tagNote', note: 'n5', codes: ['c2'] })
    const { coding, notes } = played.state.material
    expect(
      linesByTheme(coding, linesIn(notes)).map(({ theme, lines, speakers, quotes }) => [
        theme?.name ?? null,
        lines.map(({ id }) => id),
        speakers,
        quotes,
      ]),
    ).toEqual([
      ['여러 사람의 말', ['n2', 'n5'], 2, 0],
      ['한 사람의 말', ['n1', 'n3'], 1, 1],
      [null, [], 0, 0],
    ])
  })

  it('[CODING-5] a candidate keeps the lines that it grew from, and they go with it into the vote', () => {
    const played = discussed()
    const propose = (notes: string[], text = '상설 판매장') =>
      played.give({ type: 'proposeIssue', text, detail: '', theme: null, notes })
    expect(propose(['n1', 'n2', 'n1'])).toBe('done')
    expect(propose(['n77'])).toBe('note_not_found')
    expect(propose(['n1'], '')).toBe('text_empty')
    expect(played.state.material.issues.i1).toMatchObject({
      text: '상설 판매장',
      author: null,
      evidence: { theme: null, notes: ['n1', 'n2'] },
    })
  })
})
