import { describe, expect, it } from 'vitest'
import { averageLinkage, draftGroups } from './clusters.ts'
import { sharedWords } from './shared-words.ts'

const items = (...titles: string[]) => titles.map((title, n) => ({ id: `i${n + 1}`, title }))

describe('drafts of groups', () => {
  it('[GROUP-9] puts together what is alike, names the shared words, and leaves the rest alone', () => {
    const drafts = draftGroups(
      items(
        '공동 판매장이 필요합니다',
        '청년 일자리가 부족해요',
        '공동판매장을 만들어 주세요',
        '청년 일자리를 연결해 주세요',
        '마을에 공동 판매장 하나',
        '골목길이 어두워요',
      ),
    )
    expect(drafts).toEqual([
      { words: ['공동', '판매장'], issues: ['i1', 'i3', 'i5'] },
      { words: ['일자리', '청년'], issues: ['i2', 'i4'] },
    ])
  })

  it('[GROUP-9] the same issues give the same drafts; nothing and one give none', () => {
    const many = items(...Array.from({ length: 60 }, (_, n) => `${['판로', '돌봄', '공간'][n % 3]!} 문제 ${n}번`))
    expect(draftGroups(many)).toEqual(draftGroups(many))
    expect(draftGroups([])).toEqual([])
    expect(draftGroups(items('하나'))).toEqual([])
  })

  it('[GROUP-9] every issue is in one draft at most', () => {
    const drafts = draftGroups(items(...Array.from({ length: 90 }, (_, n) => `공동 판매장 ${'가나다'[n % 3]!}${n}`)))
    const all = drafts.flatMap(({ issues }) => issues)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('average linkage', () => {
  it('a chain of neighbours is no cluster when its ends have nothing in common', () => {
    const at = [0, 1, 2, 3, 10, 11]
    const likeness = (a: number, b: number) => Math.max(0, 1 - Math.abs(at[a]! - at[b]!) / 2)
    expect(averageLinkage(at.length, likeness, 0.4)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
  })
})

describe('shared words', () => {
  it('are the same with other particles and endings', () => {
    expect(sharedWords(['돌봄이 부족해요', '돌봄을 늘려 주세요', '아이 돌봄'])).toEqual(['돌봄'])
  })
  it('are none where every text says something else, and never only a wish', () => {
    expect(sharedWords(['판로가 필요합니다', '공간이 필요합니다'])).toEqual([])
  })
})
