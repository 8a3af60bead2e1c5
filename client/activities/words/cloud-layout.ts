import type { Box } from '../wall/layout.ts'

export interface Weighted {
  word: string
  people: number
}
/** A word in its place: its middle from the middle of the box, and its letters' height, in units. */
export interface Placed extends Weighted {
  x: number
  y: number
  size: number
}
export interface Cloud {
  words: Placed[]
  /** how far everything was made smaller so that it fits */
  scale: number
}

/* In units: at 1024 × 768 the smallest letters are 20 px high. */
const FLOOR = 30
const SMALLEST = 44
const LARGEST = 170
const scales = [1, 0.85, 0.72, 0.6, 0.5, 0.4, 0.3]
const GAP = 12
const LINE = 1.18

/** Letters of Hangul are as wide as they are high, the others about half: measured wide, so that nothing touches. */
const widthOf = (word: string, size: number): number =>
  [...word].reduce((sum, letter) => sum + (letter > '\u1100' ? 0.96 : 0.66), 0) * size

const sizeOf = (people: number, most: number, scale: number): number =>
  Math.max(
    FLOOR,
    scale * (most <= 1 ? 2 * SMALLEST : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((people - 1) / (most - 1))),
  )

function meet(a: Placed, b: Placed): boolean {
  const width = (widthOf(a.word, a.size) + widthOf(b.word, b.size)) / 2 + 2 * GAP
  return Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < ((a.size + b.size) * LINE) / 2 + GAP / 2
}

function isInside({ word, size, x, y }: Placed, box: Box): boolean {
  return Math.abs(x) + widthOf(word, size) / 2 <= box.width / 2 && Math.abs(y) + (size * LINE) / 2 <= box.height / 2
}

/** The place nearest to the middle that is free, on a spiral as wide as the box. */
function freePlace(word: Placed, others: readonly Placed[], box: Box): Placed | null {
  const flat = box.height / box.width
  for (let step = 0; step < 1400; step += 1) {
    const angle = step * 0.35
    const radius = 2.6 * angle
    const place = { ...word, x: radius * Math.cos(angle), y: radius * Math.sin(angle) * flat * 1.15 }
    if (isInside(place, box) && !others.some((other) => meet(place, other))) return place
  }
  return null
}

function laid(words: readonly Weighted[], box: Box, scale: number, before: readonly Placed[]): Placed[] {
  const most = Math.max(1, ...words.map(({ people }) => people))
  const was = new Map(before.map((placed) => [placed.word, placed]))
  const places: Placed[] = []
  for (const { word, people } of words) {
    const old = was.get(word)
    const next = { word, people, size: sizeOf(people, most, scale), x: old?.x ?? 0, y: old?.y ?? 0 }
    const stays = old && isInside(next, box) && !places.some((other) => meet(next, other))
    const place = stays ? next : freePlace(next, places, box)
    if (place) places.push(place)
  }
  return places
}

/**
 * Where each word stands; `words` with those of most people first. The same words give the same picture, and a word
 * that stood somewhere `before` stays there unless a larger one needs the place. What does not fit at the smallest size
 * is left out, the rarest first.
 */
export function layoutCloud(words: readonly Weighted[], box: Box, before: Cloud | null = null): Cloud {
  let cloud: Cloud = { words: [], scale: 1 }
  for (const scale of scales.filter((one) => one <= (before?.scale ?? 1))) {
    cloud = { words: laid(words, box, scale, before?.words ?? []), scale }
    if (cloud.words.length === words.length) return cloud
  }
  return cloud
}
