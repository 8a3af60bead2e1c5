import { expect, it } from 'vitest'
import { percent } from './share-text.ts'

it('rounds a share, and never rounds something down to nothing', () => {
  expect(percent(0.256)).toBe('26%')
  expect(percent(0.001)).toBe('<1%')
  expect(percent(0)).toBe('0%')
  expect(percent(null)).toBe('–')
})
