import { expect, it } from 'vitest'
import { until } from '../../test/harness/processes.ts'
import { Pulse } from './pulse.ts'

it('[CAST-1] many askings are few beats, and the last one is always followed by a beat', async () => {
  let asked = 0
  const seen: number[] = []
  const pulse = new Pulse(
    20,
    () => void seen.push(asked),
    (error) => expect.unreachable(String(error)),
  )
  for (asked = 1; asked <= 1000; asked += 1) pulse.ask()
  asked = 1000
  pulse.ask()
  expect(seen, 'at once when all was quiet').toEqual([1])
  await until(() => seen.at(-1) === 1000, 'the last beat')
  expect(seen).toHaveLength(2)
})

it('[CAST-4] a beat that failed is tried again until it is through, and complained of once', async () => {
  let isAway = true
  let beats = 0
  const complaints: unknown[] = []
  const beat = () => {
    beats += 1
    if (isAway) throw new Error('away')
  }
  const pulse = new Pulse(5, beat, (error) => complaints.push(error))
  pulse.ask()
  await until(() => beats >= 3, 'further attempts')
  isAway = false
  const before = beats
  await until(() => beats > before, 'the beat that is through')
  expect(complaints).toHaveLength(1)
})
