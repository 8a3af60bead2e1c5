import { expect, it } from 'vitest'
import { Admission } from './index.ts'

it('[ADMIT-1] a crowd of one address goes in by turns, in its order', async () => {
  const admission = new Admission(100)
  const order: number[] = []
  const began = performance.now()
  await admission.enter('10.0.0.1')
  await Promise.all(Array.from({ length: 30 }, (_, n) => admission.enter('10.0.0.1').then(() => order.push(n))))
  expect(performance.now() - began).toBeGreaterThanOrEqual(295)
  expect(order).toEqual(Array.from({ length: 30 }, (_, n) => n))
})

it('[ADMIT-2] a crowd at one address does not keep another waiting', async () => {
  const admission = new Admission(10)
  const crowd = Array.from({ length: 100 }, () => admission.enter('10.0.0.1'))
  const other = admission.enter('10.0.0.2').then(() => 'in')
  expect(await Promise.race([other, ...crowd.slice(1)])).toBe('in')
})

it('[ADMIT-3] nobody waits for ever: who would wait too long is asked to come again', async () => {
  const admission = new Admission(1)
  const crowd = Array.from({ length: 60 }, () => admission.enter('10.0.0.1'))
  expect(await crowd.at(-1)).toBe(false)
})
