import { expect, it } from 'vitest'
import { nextPath } from './next-path.ts'

const origin = 'http://192.168.0.10:8080'

it('goes on to a path of this site with its filters', () => {
  expect(nextPath('/desk/plans/1/tasks?status=adopted', origin)).toBe('/desk/plans/1/tasks?status=adopted')
})

it.each([
  'https://elsewhere.example/desk',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  'desk',
  '',
  undefined,
  ['/desk'],
])('goes to the plans instead of %j', (raw) => {
  expect(nextPath(raw, origin)).toBe('/desk')
})
