import { describe, expect, it } from 'vitest'
import labelled from '../../test/similarity/pairs.ko.json' with { type: 'json' }
import { SAME_FROM, similarity, SimilarityIndex, similarPairs } from './index.ts'
import { dice, pairsOf } from './likeness.ts'
import { termsOf } from './terms.ts'

const items = (...titles: string[]) => titles.map((title, i) => ({ id: `i${i + 1}`, title }))

/** The harmonic mean of precision and recall. */
function f1(score: (a: string, b: string) => number, from: number): number {
  const judged = labelled
    .filter(({ half }) => half === 'heldOut')
    .map((pair) => ({ ...pair, found: score(pair.a, pair.b) >= from }))
  const right = judged.filter(({ same, found }) => same && found).length
  const wrong = judged.filter(({ same, found }) => same !== found).length
  return (2 * right) / (2 * right + wrong)
}

describe('similarity', () => {
  it.each([
    ['판로가 부족합니다', '판로 부족'],
    ['청년일자리가 부족하다', '청년 일자리가 부족해요'],
    ['마을 기업 홍보 지원', '마을기업 홍보지원'],
    ['어르신 돌봄을 늘려 주세요', '노인 돌봄 확대'],
    ['공유부얶을 만들자', '공유부엌 만들기'],
  ])('[SIM-1] %s: %s', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(SAME_FROM)
    expect(similarity(b, a)).toBeCloseTo(similarity(a, b))
  })

  it('[SIM-1] another wish about the same thing is another issue', () => {
    expect(similarity('공동 판매장 설치', '공동 작업장 설치')).toBeLessThan(SAME_FROM)
    expect(similarity('사회적기업 인증 기준 완화', '사회적기업 인증 기준 강화')).toBeLessThan(SAME_FROM)
  })

  it('[SIM-1] finds compounds written apart, and tears no word', () => {
    expect([...termsOf('협동 조합을').keys()]).toEqual(['협동조합'])
    expect([...termsOf('창업 자금').keys()]).toEqual(['창업', '자금'])
  })

  it('[SIM-2] signs, spaces and empty texts are like nothing', () => {
    expect(similarity('!!!', '???')).toBe(0)
    expect(similarity('', '')).toBe(0)
    expect(similarPairs([])).toEqual([])
    expect(similarity('공간', '공간'.normalize('NFD'))).toBeCloseTo(1)
  })

  it('[SIM-3] an index follows what is written, changed and taken back', () => {
    const index = new SimilarityIndex()
    index.set('i1', '주차장이 없다')
    index.set('i2', '청년 일자리가 부족하다')
    index.set('i3', '청년 일자리 부족')
    index.set('i1', '청년일자리가 모자라요')
    index.delete('i3')
    expect(index.size).toBe(2)
    expect(
      index
        .near('청년 일자리 부족')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['i1', 'i2'])
    expect(index.near('청년 일자리 부족', { most: 1 })).toHaveLength(1)
    const fresh = new SimilarityIndex()
    fresh.set('i2', '청년 일자리가 부족하다')
    fresh.set('i1', '청년일자리가 모자라요')
    const byId = (index: SimilarityIndex) =>
      new Map(index.near('청년 일자리').map(({ id, likeness }) => [id, likeness]))
    expect(byId(index)).toEqual(byId(fresh))
  })

  it('[SIM-3] pairs come the most alike first', () => {
    const pairs = similarPairs(items('청년 일자리가 부족합니다', '모일 공간이 없습니다', '청년일자리가 부족합니다!'))
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ a: 'i1', b: 'i3' })
    expect(pairs[0]?.likeness).toBeCloseTo(1)
  })

  it('[SIM-4] the pairs that nothing was set by', () => {
    const letters = (a: string, b: string) => dice(pairsOf(a.replace(/\s/g, '')), pairsOf(b.replace(/\s/g, '')))
    const best = Math.max(...Array.from({ length: 90 }, (_, i) => f1(letters, i / 100)))
    expect(labelled.length).toBeGreaterThanOrEqual(200)
    expect(f1(similarity, SAME_FROM)).toBeGreaterThan(0.85)
    expect(best).toBeLessThan(0.8)
  })
})
