import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

it('draws every dark square once and leaves four squares of quiet zone', () => {
  const text = 'http://192.168.0.10:8080/482917'
  const { size, path } = qrPath(text)
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let i = 0; i < Number(width); i++) drawn[Number(y)]![Number(x) + i] = true
  }
  const plain = encode(text, { ecc: 'Q', border: 0 })
  expect(size).toBe(plain.size + 8)
  expect(drawn.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(plain.data)
  expect(drawn.slice(0, 4).flat()).not.toContain(true)
})
