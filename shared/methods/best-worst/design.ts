import { seededRandom } from '../../base/seeded-random.ts'

/**
 * `count` sets of `size` items, by their places 0 to `items` - 1, in the order in which to show them. After each set the
 * items have been shown equally often, give or take one, and no pair much more often together than another: each place
 * goes to an item that was shown least, among those to one that met the set's others least, among those by the seed.
 * All phones of a vote share one design (`designFor` cuts it), so that the room is balanced and not only each person.
 */
export function designSets(items: number, size: number, count: number, seed: string): number[][] {
  const width = Math.min(size, items)
  if (width < 2) return []
  const random = seededRandom(seed)
  const shown = new Int32Array(items)
  const met = new Int32Array(items * items)
  return Array.from({ length: count }, () => {
    const set: number[] = []
    while (set.length < width) set.push(nextItem(set, shown, met, random))
    for (const a of set) {
      shown[a]! += 1
      for (const b of set) met[a * items + b]! += 1
    }
    return mixed(set, random)
  })
}

/** Which sets seat number `seat` (1, 2, …) answers: the next `perVoter` of the design, from its start when it ends. */
export function designFor(design: readonly number[][], seat: number, perVoter: number): number[][] {
  const length = Math.min(perVoter, design.length)
  return Array.from({ length }, (_, i) => design[((seat - 1) * length + i) % design.length]!)
}

function nextItem(set: readonly number[], shown: Int32Array, met: Int32Array, random: () => number): number {
  const items = shown.length
  let best = -1
  let least = [Infinity, Infinity, Infinity] as const
  for (let item = 0; item < items; item += 1) {
    if (set.includes(item)) continue
    const meetings = set.reduce((sum, other) => sum + met[item * items + other]!, 0)
    const cost = [shown[item]!, meetings, random()] as const
    if (isLess(cost, least)) [best, least] = [item, cost]
  }
  return best
}

type Cost = readonly [shown: number, meetings: number, lot: number]
const isLess = (a: Cost, b: Cost): boolean => (a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2])

/** Where an item stands on the screen is chance: the first place draws the eye. */
function mixed(set: readonly number[], random: () => number): number[] {
  return set
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
}
