import { expect, it } from 'vitest'
import { aTask } from './task-builder.ts'
import { shareText, supportOf, weightOf } from './task-words.ts'

it('says a share with one decimal, and a dash where nothing was given', () => {
  expect(shareText(10 / 41)).toBe('24.4%')
  expect(shareText(1)).toBe('100.0%')
  expect(shareText(null)).toBe('–')
})

it('counts each meeting and its people once, though it voted twice', () => {
  const session = '00000000-0000-4000-8000-00000000000a'
  const votes = [{ sessionId: session, ballots: 40 }, { sessionId: session, ballots: 41 }, { ballots: 9 }]
  expect(weightOf(aTask({ votes }))).toEqual({ meetings: 2, people: 50 })
})

it('names what carries an entry: the share of voters of a sticker vote, the mean of a vote by scores', () => {
  const task = aTask({})
  const newest = task.evidence.at(-1)!
  expect(supportOf(task)).toEqual({ share: task.shareOfVoters, score: null })
  const scored = { ...task, score: 4.25, evidence: [{ ...newest, method: 'score', parameters: { min: 1, max: 5 } }] }
  expect(supportOf(scored)).toMatchObject({ share: null, score: { score: 4.25, words: { name: { ko: '평균' } } } })
})
