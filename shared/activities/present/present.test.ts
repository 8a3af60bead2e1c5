import { expect, it } from 'vitest'
import { noCoding } from '../coding/code.ts'
import type { Material } from '../material.ts'
import { present, type PresentActivity } from './index.ts'
import { Page } from './pages.ts'

const nothingSaid = { notes: {}, privateNotes: {}, coding: noCoding, checks: {} }

const pages = [
  { kind: 'statement', text: '함께 만드는 동네', source: '' },
  { kind: 'vote', activity: 'a1' },
].map((page) => Page.parse(page))
const open: PresentActivity = {
  ...present.begin({ id: 'a2', title: '자료', minutes: 5 }, { pages }),
  phase: 'open',
}
const material: Material = {
  fields: [],
  groups: [],
  boardNews: null,
  issues: {},
  nextIssue: 1,
  undo: [],
  ...nothingSaid,
}
const facilitator = { role: 'facilitator' as const, id: 'account:1', name: '진행자' }
const turn = (page: number, activity = open, now = material) =>
  present.decide({ type: 'turnPage', activity: 'a2', page }, [activity], now, {
    actor: facilitator,
    at: 0,
    mayOpenVote: true,
  })

it('[PRESENT-1] turns within its pages, and only while it is open', () => {
  expect(turn(9)).toEqual({ ok: true, value: [{ type: 'pageTurned', activity: 'a2', page: 1 }] })
  expect(turn(1, open, { ...material, pages: { a2: 1 } })).toEqual({ ok: true, value: [] })
  expect(turn(1, { ...open, phase: 'closed' })).toMatchObject({ refusal: 'activity_not_open' })
})

it('[PRESENT-2] shows the result of an earlier vote only since its reveal', () => {
  const onSecond: Material = { ...material, pages: { a2: 1 } }
  expect(present.hall(open, onSecond).shown).toEqual({ kind: 'pending' })
  const rows = [{ place: 1, title: '판로', figure: { ko: '3개', en: '3' } }]
  const revealed = { ...onSecond, results: { a1: { title: '무엇부터?', rows } } }
  expect(present.phone(open, revealed).shown).toEqual({ kind: 'result', title: '무엇부터?', source: '', rows })
})
