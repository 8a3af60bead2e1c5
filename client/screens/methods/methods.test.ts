import { describe, expect, it } from 'vitest'
import { methodIds } from '../../../shared/methods/index.ts'
import { cautionOf, familiesOf, offers, purposes, usualStickers } from './families.ts'
import { areValid, fieldsOf, readList, usualParameters } from './parameter-fields.ts'
import { parameterNames } from './parameter-words.ts'

describe('the choice of a method', () => {
  it('has every method once, in a family and with what it is for', () => {
    const listed = familiesOf(methodIds).flatMap(({ methods }) => methods)
    expect([...listed].sort()).toEqual([...methodIds].sort())
    expect(methodIds.filter((id) => !purposes[id])).toEqual([])
  })
  it('puts a method that no family knows at the end', () => {
    const families = familiesOf([...methodIds, 'dice' as never])
    expect(families.at(-1)?.methods).toEqual(['dice'])
  })
  it('offers a quarter of the items as stickers, at most five', () => {
    expect([null, 1, 8, 14, 60].map(usualStickers)).toEqual([3, 1, 2, 4, 5])
  })
  it('offers rules that can be opened as they are, for any number of items', () => {
    for (const { method, parameters } of offers) {
      for (const items of [null, 1, 9]) expect(areValid(method, usualParameters(method, parameters(items)))).toBe(true)
    }
  })
  it('warns where a method asks too much of people', () => {
    expect(cautionOf('ahp', 9, undefined)).not.toBeNull()
    expect(cautionOf('schulze', 9, 2000)).not.toBeNull()
    expect(cautionOf('schulze', 9, 3)).toBeNull()
    expect(cautionOf('stickers', 60, undefined)).toBeNull()
  })
})

describe('the fields of a method', () => {
  it('are made of its schema; what can have only one value is not asked for', () => {
    expect(fieldsOf('stickers')).toEqual([
      { name: 'perVoter', kind: 'number', min: 1, max: 20, isWhole: true },
      { name: 'perItem', kind: 'number', min: 1, max: 20, isWhole: true },
      { name: 'onePerField', kind: 'switch' },
      { name: 'negative', kind: 'number', min: 0, max: 20, isWhole: true },
    ])
    expect(fieldsOf('opinion-groups')).toEqual([])
  })
  it('have a name for every parameter of every method', () => {
    const nameless = methodIds.flatMap((id) => fieldsOf(id).filter(({ name }) => !parameterNames[name]))
    expect(nameless).toEqual([])
  })
  it('read lists of words and of numbers', () => {
    expect(readList(' 중요도,시급도、 , ', false)).toEqual(['중요도', '시급도'])
    expect(readList('3, 2, x', true)).toEqual([3, 2, Number.NaN])
  })
})
