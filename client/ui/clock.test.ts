import { expect, it } from 'vitest'
import { clockText, msToNextTick, remainingMs } from './clock.ts'

it('shows minutes and seconds, hours only when there are any', () => {
  expect(clockText(192_000)).toBe('03:12')
  expect(clockText(3_725_000)).toBe('1:02:05')
  expect(clockText(0)).toBe('00:00')
})

it('shows zero at the end and not before it', () => {
  expect(clockText(1)).toBe('00:01')
  expect(clockText(59_001)).toBe('01:00')
  expect(clockText(-400)).toBe('00:00')
})

it('counts on after the end with a plus', () => {
  expect(clockText(-72_000)).toBe('+01:12')
})

it('follows the clock of the server', () => {
  expect(remainingMs(100_000, 3_000, 40_000)).toBe(57_000)
})

it('wakes when the text changes, before and after the end', () => {
  expect(msToNextTick(59_250)).toBe(250)
  expect(msToNextTick(59_000)).toBe(1000)
  expect(msToNextTick(-250)).toBe(750)
})
