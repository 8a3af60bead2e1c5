import { expect, it } from 'vitest'
import type { NoteLine } from '../../../shared/activities/discuss/note.ts'
import { answersWithWishes, privateWithWishes, withWishes } from './lines.ts'

const line = (n: number, changed: Partial<NoteLine> = {}): NoteLine => ({
  ...{ id: `n${n}`, key: `key-${n}`, activity: 'a1', question: 'q1', speaker: '1', text: `${n}번째 말`, at: n },
  ...{ tone: 'neutral', isQuote: false, codes: [], source: 'note' },
  ...changed,
})
const place = { activity: 'a1', question: 'q1' }
const take = (note: string, text: string, at: number) =>
  ({ type: 'takeNote', ...place, note, speaker: '2', text, at }) as const

it('[NOTES-1] shows what waits among what is stored, in the order of speech', () => {
  const shown = withWishes([line(1), line(9)], [take('key-5', '사이의 말', 5)])
  expect(shown.map(({ text, isWaiting }) => [text, isWaiting])).toEqual([
    ['1번째 말', false],
    ['사이의 말', true],
    ['9번째 말', false],
  ])
})
it('[NOTES-1] a line that has arrived meanwhile is there once', () => {
  expect(withWishes([line(1)], [take('key-1', '1번째 말', 1)])).toHaveLength(1)
})
it('[NOTES-1] changes and removals show before they are heard, of lines that wait too', () => {
  const shown = withWishes(
    [line(1), line(2)],
    [
      take('key-3', '셋', 3),
      { type: 'reviseNote', note: 'key-3', text: '셋(고침)', tone: 'oppose' },
      { type: 'removeNote', note: 'key-1' },
      { type: 'removeNote', note: 'key-2' },
      { type: 'restoreNote', note: 'key-2' },
    ],
  )
  expect(shown.map(({ text, tone }) => [text, tone])).toEqual([
    ['2번째 말', 'neutral'],
    ['셋(고침)', 'oppose'],
  ])
})
it('[NOTES-1] an observer’s notes and a phone’s answers likewise', () => {
  const write = { type: 'writePrivateNote', ...place, note: 'key-1', text: '고친 메모', at: 9 } as const
  expect(privateWithWishes([{ ...place, key: 'key-1', text: '메모', at: 1 }], [write])).toEqual([
    { ...place, key: 'key-1', text: '고친 메모', at: 1 },
  ])
  const answer = { type: 'answerQuestion', ...place, note: 'key-1', text: '답' } as const
  expect(answersWithWishes([], [answer])).toMatchObject([{ text: '답', isWaiting: true }])
  expect(answersWithWishes([], [answer, { type: 'removeNote', note: 'key-1' }])).toEqual([])
})
