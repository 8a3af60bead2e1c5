import { describe, expect, it } from 'vitest'
import { layoutCloud, type Placed, type Weighted } from './cloud-layout.ts'

const box = { width: 1500, height: 640 }
const words: Weighted[] =
  '일자리 판로 청년 돌봄 홍보 공간 협동조합 마을기업 교육 신뢰 소통 주차장 임대료 축제 반찬 SNS 로컬푸드 장터'
    .split(' ')
    .map((word, at) => ({ word, people: Math.max(1, 12 - at) }))
const width = ({ word, size }: Placed) => [...word].length * size * 0.9

describe('the word cloud', () => {
  it('[WORDS-7] puts every word inside, and none over another', () => {
    const { words: placed } = layoutCloud(words, box)
    expect(placed).toHaveLength(words.length)
    for (const [at, a] of placed.entries()) {
      expect(Math.abs(a.x) + width(a) / 2).toBeLessThanOrEqual(box.width / 2)
      expect(Math.abs(a.y) + a.size / 2).toBeLessThanOrEqual(box.height / 2)
      for (const b of placed.slice(at + 1)) {
        const apart = Math.abs(a.x - b.x) >= (width(a) + width(b)) / 2 || Math.abs(a.y - b.y) >= (a.size + b.size) / 2
        expect(apart, `${a.word} and ${b.word}`).toBe(true)
      }
    }
  })

  it('[WORDS-7] is larger for the word of more people, and the same for the same words', () => {
    const { words: placed } = layoutCloud(words, box)
    expect(placed[0]!.size).toBeGreaterThan(placed[5]!.size)
    expect(layoutCloud(words, box)).toEqual(layoutCloud(words, box))
  })

  it('[WORDS-8] stays calm: one more answer leaves nearly all words where they stood', () => {
    const first = layoutCloud(words, box)
    const more = [...words, { word: '기후위기', people: 1 }].map((one) =>
      one.word === '교육' ? { ...one, people: 5 } : one,
    )
    const next = layoutCloud(more, box, first)
    const placeOf = (placed: Placed[], word: string) => placed.find((one) => one.word === word)
    const stayed = words.filter(({ word }) => {
      const [was, is] = [placeOf(first.words, word), placeOf(next.words, word)]
      return was && is && was.x === is.x && was.y === is.y
    })
    expect(stayed.length).toBeGreaterThanOrEqual(words.length - 3)
  })

  it('[WORDS-7] leaves out the rarest where sixty long words do not fit', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ word: `아주긴낱말번호${n}`, people: 60 - n }))
    const { words: placed } = layoutCloud(many, { width: 700, height: 300 })
    expect(placed.length).toBeGreaterThan(3)
    expect(placed[0]!.word).toBe('아주긴낱말번호0')
  })
})
