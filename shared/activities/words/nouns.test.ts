import { expect, it } from 'vitest'
import { nounsIn } from './nouns.ts'
import { sentences } from './sentences.ts'

it('[WORDS-6] finds the nouns of labelled answers: F1 of at least 0.9 over all words', () => {
  const wrong: string[] = []
  let [right, found, wanted] = [0, 0, 0]
  for (const [text, label] of sentences) {
    const expected = new Set(label.split(' ').filter(Boolean))
    const got = nounsIn(text)
    right += got.filter((noun) => expected.has(noun)).length
    found += got.length
    wanted += expected.size
    const isSame = got.length === expected.size && got.every((noun) => expected.has(noun))
    if (!isSame) wrong.push(`${text} → ${got.join(' ')} ≠ ${label}`)
  }
  const [precision, recall] = [right / found, right / wanted]
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `nouns: ${sentences.length} answers, ${wanted} nouns, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
  )
  expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  expect(sentences.length).toBeGreaterThanOrEqual(60)
})

it('[WORDS-6] says nothing of an answer that has no noun', () => {
  for (const text of ['없음', '모르겠어요', '좋아요!!', '^^', '12345', '네', ''])
    expect(nounsIn(text), text).toEqual([])
})
