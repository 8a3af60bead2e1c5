import { expect, it } from 'vitest'
import { methodIds, methodOf } from '../methods/index.ts'
import { figureText, scoreText, scoreWords, sharesOfGiven } from './score-words.ts'

const words = (method: string) => scoreWords(method, {})

it('[FIGURE-1] writes a score as its method means it, without digits that say nothing', () => {
  expect(scoreText(words('stickers'), 12, 'ko')).toBe('12개')
  expect(scoreText(words('score'), 4.25, 'ko')).toBe('4.25점')
  expect(scoreText(words('score'), 4, 'en')).toBe('4 points')
  expect(figureText(words('score'), { score: 0, voters: 0 }, 'ko')).toBe('–')
  expect(figureText(words('stickers'), { score: 0, voters: 0 }, 'ko')).toBe('0개')
  expect(scoreText(words('ahp'), 0.4925, 'ko')).toBe('49.3%')
  expect(scoreText(words('bradley-terry'), -0.001, 'ko')).toBe('0')
  expect(scoreText(words('not-there'), 1.5, 'ko')).toBe('1.5')
})
it('[FIGURE-2] shares of what was given are there only where scores are parts of it', () => {
  expect(sharesOfGiven(words('stickers'), { a: 3, b: 1 })('a')).toBe(0.75)
  expect(sharesOfGiven(words('stickers'), { a: 3, b: -1 })('a')).toBeNull()
  expect(sharesOfGiven(words('stickers'), { a: 0, b: 0 })('a')).toBeNull()
  expect(sharesOfGiven(words('score'), { a: 4, b: 2 })('a')).toBeNull()
})
it('[FIGURE-3] every method has words of its own', () => {
  const missing = methodIds.filter((method) => words(method) === words('not-there'))
  expect(missing).toEqual([])
  for (const method of methodIds) scoreWords(method, methodOf(method).parameters.parse({}))
})
