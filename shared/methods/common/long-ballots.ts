import type { RankedProfile } from './ranked-profile.ts'

/* Seven rows of bits become one number of three bits a column, and 585 of these fit into twelve bits a column. */
const BLOCK = 7
const PLANES = 12
const MOST_BLOCKS = Math.floor((2 ** PLANES - 1) / BLOCK)

/** Is it worth while to count a ballot that ranks so many of `size` items in this way? Measured: from 90 of 200. */
export const isLong = (ranked: number, size: number): boolean => ranked * ranked > 6 * size * wordsFor(size)

const wordsFor = (size: number): number => (size + 31) >>> 5

/**
 * For long ballots, each counted once: `held[a * size + b] += 1` wherever b stands above a or beside it (a itself too).
 *
 * A ballot of 200 items has 20,000 such pairs. Here it gives each item one row of bits, and rows are added up for 32
 * items at once: bit p of 32 counters is kept in one word ("vertical counters", Knuth, TAOCP 4A, 7.1.3), seven rows at a
 * time through full adders. Several times faster than one pair after the other.
 */
export function addLongBallots(
  profile: RankedProfile,
  ballots: readonly number[],
  held: Uint32Array | Float64Array,
  size: number,
): void {
  const rows = size * wordsFor(size)
  const masks = new Int32Array(rows * BLOCK)
  const planes = new Int32Array(rows * PLANES)
  let blocks = 0
  for (let first = 0; first < ballots.length; first += BLOCK) {
    masks.fill(0)
    ballots.slice(first, first + BLOCK).forEach((b, k) => writeMasks(profile, b, masks, k, size))
    addBlock(masks, planes)
    blocks += 1
    if (blocks < MOST_BLOCKS) continue
    pourOut(planes, held, size)
    blocks = 0
  }
  pourOut(planes, held, size)
}

/** Row k of each item that ballot b ranks: the items above it and beside it. */
function writeMasks(
  { starts, items, ends }: RankedProfile,
  b: number,
  masks: Int32Array,
  k: number,
  size: number,
): void {
  const words = wordsFor(size)
  const above = new Int32Array(words)
  for (let p = starts[b]!; p < starts[b + 1]!;) {
    const end = ends[p]!
    for (let q = p; q < end; q += 1) above[items[q]! >>> 5]! |= 1 << (items[q]! & 31)
    for (; p < end; p += 1) {
      const row = items[p]! * words
      for (let w = 0; w < words; w += 1) masks[(row + w) * BLOCK + k] = above[w]!
    }
  }
}

/** Add seven rows to the counters, word by word. */
function addBlock(masks: Int32Array, planes: Int32Array): void {
  for (let m = 0, p = 0; m < masks.length; m += BLOCK, p += PLANES) {
    const a = masks[m]!
    const b = masks[m + 1]!
    const c = masks[m + 2]!
    const d = masks[m + 3]!
    const e = masks[m + 4]!
    const f = masks[m + 5]!
    const g = masks[m + 6]!
    const abc = a ^ b ^ c
    const def = d ^ e ^ f
    const ones = abc ^ def ^ g
    const x = (a & b) | (c & (a ^ b))
    const y = (d & e) | (f & (d ^ e))
    const z = (abc & def) | (g & (abc ^ def))
    const twos = x ^ y ^ z
    const fours = (x & y) | (z & (x ^ y))
    const p0 = planes[p]!
    const p1 = planes[p + 1]!
    const p2 = planes[p + 2]!
    planes[p] = p0 ^ ones
    const c0 = p0 & ones
    planes[p + 1] = p1 ^ twos ^ c0
    const c1 = (p1 & twos) | (c0 & (p1 ^ twos))
    planes[p + 2] = p2 ^ fours ^ c1
    let carry = (p2 & fours) | (c1 & (p2 ^ fours))
    for (let q = p + 3; carry !== 0; q += 1) {
      const before = planes[q]!
      planes[q] = before ^ carry
      carry &= before
    }
  }
}

/** Empty the counters into the matrix. */
function pourOut(planes: Int32Array, held: Uint32Array | Float64Array, size: number): void {
  const words = wordsFor(size)
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const at = (a * words + (b >>> 5)) * PLANES
      let sum = 0
      for (let p = 0; p < PLANES; p += 1) sum += ((planes[at + p]! >>> (b & 31)) & 1) << p
      held[a * size + b]! += sum
    }
  }
  planes.fill(0)
}
