import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCountdown } from './countdown.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('ends once, after its time', () => {
  const onEnd = vi.fn()
  createCountdown(onEnd).run(10_000)
  vi.advanceTimersByTime(9_999)
  expect(onEnd).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(onEnd).toHaveBeenCalledTimes(1)
})

it('does not count the time in which somebody looks at it', () => {
  const onEnd = vi.fn()
  const countdown = createCountdown(onEnd)
  countdown.run(10_000)
  vi.advanceTimersByTime(4_000)
  countdown.pause()
  vi.advanceTimersByTime(60_000)
  countdown.resume()
  vi.advanceTimersByTime(5_999)
  expect(onEnd).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onEnd).toHaveBeenCalledTimes(1)
})

it('does not come back to life after it was forgotten', () => {
  const onEnd = vi.fn()
  const countdown = createCountdown(onEnd)
  countdown.run(10_000)
  countdown.forget()
  countdown.resume()
  vi.advanceTimersByTime(60_000)
  expect(onEnd).not.toHaveBeenCalled()
})
