import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

it('begins between half a second and one, doubles, and ends between five and ten', () => {
  expect(backoffMs(0, () => 0)).toBe(500)
  expect(backoffMs(0, () => 1)).toBe(1000)
  expect(backoffMs(2, () => 0)).toBe(2000)
  expect(backoffMs(50, () => 1)).toBe(10_000)
})
