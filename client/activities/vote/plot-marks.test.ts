import { expect, it } from 'vitest'
import { plotMarks } from './plot-marks.ts'

const point = (label: string, across: number, upwards: number, tone?: string) => ({
  id: `i${label}`,
  ...{ label, across, upwards, tone },
})

it('points that would hide each other share a mark, and every number stays', () => {
  const marks = plotMarks([point('1', 50, 50), point('2', 51, 53), point('3', 50, 90), point('4', 58, 50)])
  expect(marks.map(({ label }) => label)).toEqual(['1·2', '3', '4'])
  expect(marks[0]).toMatchObject({ across: 50, upwards: 50 })
})
it('points of two lists never share a mark', () => {
  expect(plotMarks([point('1', 50, 50, 'first'), point('2', 50, 50, 'others')])).toHaveLength(2)
})
