import { describe, expect, it } from 'vitest'
import { similarPairs } from './similar.ts'

const items = (...titles: string[]) => titles.map((title, i) => ({ id: `i${i + 1}`, title }))

describe('similarPairs', () => {
  it('finds what is nearly the same, the most alike first', () => {
    const pairs = similarPairs(
      items(
        '청년 일자리가 부족합니다',
        '청년 일자리가 많이 부족합니다',
        '모일 공간이 없습니다',
        '청년일자리가 부족합니다!',
      ),
    )
    expect(pairs[0]).toMatchObject({ a: 'i1', b: 'i4', likeness: 1 })
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(['i1 i4', 'i1 i2', 'i2 i4'])
  })

  it('does not see likeness where there is none, nor in signs and spaces alone', () => {
    expect(similarPairs(items('판로', '돌봄'))).toEqual([])
    expect(similarPairs(items('!!!', '???'))).toEqual([])
    expect(similarPairs([])).toEqual([])
  })

  it('takes decomposed Hangul for what it is', () => {
    expect(similarPairs(items('공간', '공간'.normalize('NFD')))).toMatchObject([{ likeness: 1 }])
  })
})
