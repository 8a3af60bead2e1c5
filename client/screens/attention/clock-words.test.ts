import { expect, it } from 'vitest'
import { clockWords } from './clock-words.ts'

it('says the time of day in Seoul as it is said in the hall', () => {
  const at = (time: string) => Date.parse(`2016-04-21T${time}:00+09:00`)
  expect(clockWords(at('15:40'), 'ko')).toBe('오후 3시 40분')
  expect(clockWords(at('12:05'), 'ko')).toBe('오후 12시 5분')
  expect(clockWords(at('00:30'), 'ko')).toBe('오전 12시 30분')
  expect(clockWords(at('10:00'), 'ko')).toBe('오전 10시')
  expect(clockWords(at('09:05'), 'en')).toBe('9:05')
})
