import { expect, it } from 'vitest'
import { rovingIndex } from './roving.ts'

it('walks in a circle and jumps to both ends', () => {
  expect(rovingIndex('ArrowRight', 2, 3)).toBe(0)
  expect(rovingIndex('ArrowUp', 0, 3)).toBe(2)
  expect(rovingIndex('Home', 2, 3)).toBe(0)
  expect(rovingIndex('End', 0, 3)).toBe(2)
})

it('follows the reading direction', () => {
  expect(rovingIndex('ArrowLeft', 0, 3, true)).toBe(1)
  expect(rovingIndex('ArrowRight', 1, 3, true)).toBe(0)
})

it('leaves other keys alone', () => {
  expect(rovingIndex('a', 0, 3)).toBeUndefined()
})
