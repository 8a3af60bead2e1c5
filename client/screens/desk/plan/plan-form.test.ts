import { expect, it } from 'vitest'
import { draftOf, emptyPlan, wrongIn } from './plan-form.ts'

const seed = {
  title: '강북구 사회적경제 활성화계획',
  district: '강북구',
  department: '일자리지원과',
  periodStart: '2016',
  periodEnd: '2019',
}

it('covers four years from the present one', () => {
  expect(emptyPlan(2016)).toMatchObject({ periodStart: '2016', periodEnd: '2019' })
})

it('turns typed years into numbers', () => {
  expect(draftOf(seed)).toMatchObject({ periodStart: 2016, periodEnd: 2019 })
})

it('names the boxes that cannot stay as they are', () => {
  expect(wrongIn(seed)).toEqual(new Set())
  expect(wrongIn({ ...seed, title: '  ', periodStart: '20' })).toEqual(new Set(['title', 'periodStart']))
  expect(wrongIn({ ...seed, periodEnd: '2015' })).toEqual(new Set(['periodEnd']))
})
