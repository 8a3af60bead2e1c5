import { expect, it } from 'vitest'
import { patience } from './patience.ts'

it('takes the second tap of a double tap for none, and the next one again', () => {
  const isAnswer = patience()
  const taps = [0, 120, 349, 350, 500, 1000]
  expect(taps.filter((timeStamp) => isAnswer({ timeStamp } as Event))).toEqual([0, 350, 1000])
})
