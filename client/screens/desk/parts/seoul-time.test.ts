import { expect, it } from 'vitest'
import { clockAfter, dateText, dateTimeText, fromSeoul, inSeoul } from './seoul-time.ts'

it('writes a date as the office writes it', () => {
  expect(dateTimeText('2016-02-26T15:00:00+09:00', 'ko')).toBe('2016. 2. 26.(금) 15:00')
  expect(dateTimeText('2016-03-11T06:00:00Z', 'ko')).toBe('2016. 3. 11.(금) 15:00')
  expect(dateText('2016-03-25T00:00:00+09:00', 'ko')).toBe('2016. 3. 25.(금)')
})

it('writes it in English for who reads English', () => {
  expect(dateTimeText('2016-02-26T15:00:00+09:00', 'en')).toBe('Fri, 26 Feb 2016 15:00')
})

it('knows that a late evening in London is the next day in Seoul', () => {
  expect(inSeoul('2016-02-25T23:30:00Z')).toEqual({ date: '2016-02-26', time: '08:30' })
})

it('shows midnight as 00:00', () => {
  expect(inSeoul('2016-02-25T15:00:00Z').time).toBe('00:00')
})

it('takes back what it showed', () => {
  expect(fromSeoul(inSeoul('2016-02-26T06:00:00Z'))).toBe('2016-02-26T15:00:00+09:00')
})

it('has no instant while date or time is missing', () => {
  expect(fromSeoul({ date: '2016-02-26', time: '' })).toBeNull()
  expect(fromSeoul({ date: '', time: '15:00' })).toBeNull()
})

it('reckons the clock of a running order', () => {
  expect(clockAfter('15:00', 65)).toBe('16:05')
  expect(clockAfter('23:30', 45)).toBe('00:15')
})
