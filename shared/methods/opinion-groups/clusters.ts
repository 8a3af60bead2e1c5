import { seededRandom } from '../../base/seeded-random.ts'

/** A place on the map and the number of people who stand there. */
export interface Place {
  x: number
  y: number
  weight: number
}

export interface Clustering {
  /** the cluster of each place, from 0 */
  clusterOf: number[]
  centres: Place[]
}

const STARTS = 20
const ROUNDS = 20

/**
 * k-means with weights. One start is unstable, so the best of twenty (k-means++, seeded: the same places give the same
 * clusters) is kept. At most as many clusters as there are different places.
 */
export function kMeans(places: readonly Place[], k: number, starts = STARTS): Clustering {
  const random = seededRandom('opinion-groups')
  let best: Clustering = { clusterOf: [], centres: [] }
  let least = Infinity
  for (let start = 0; start < starts; start += 1) {
    const found = settle(places, spreadOut(places, k, random))
    const spread = spreadOf(places, found)
    // What only rounding makes smaller is not better.
    if (spread < least * (1 - 1e-9) || least === Infinity) {
      best = found
      least = spread
    }
  }
  return best
}

/** k-means++: each next centre where the others are far, by chance. */
function spreadOut(places: readonly Place[], k: number, random: () => number): Place[] {
  const centres: Place[] = []
  const away = places.map(({ weight }) => weight)
  while (centres.length < k) {
    const sum = away.reduce((total, distance) => total + distance, 0)
    if (sum === 0) break
    let rest = random() * sum
    let chosen = away.findIndex((distance) => (rest -= distance) < 0)
    if (chosen === -1) chosen = away.findLastIndex((distance) => distance > 0)
    const centre = places[chosen]!
    centres.push({ ...centre })
    places.forEach((place, i) => {
      const distance = squaredDistance(place, centre) * place.weight
      away[i] = centres.length === 1 ? distance : Math.min(away[i]!, distance)
    })
  }
  return centres
}

function settle(places: readonly Place[], start: readonly Place[]): Clustering {
  let centres = [...start]
  let clusterOf = places.map((place) => nearest(place, centres))
  for (let round = 0; round < ROUNDS; round += 1) {
    centres = centresOf(places, clusterOf, centres)
    const next = places.map((place) => nearest(place, centres))
    const isSettled = next.every((cluster, i) => cluster === clusterOf[i])
    clusterOf = next
    if (isSettled) break
  }
  return { clusterOf, centres }
}

/** A centre that lost everybody stays where it was. */
function centresOf(places: readonly Place[], clusterOf: readonly number[], before: readonly Place[]): Place[] {
  const sums = before.map(() => ({ x: 0, y: 0, weight: 0 }))
  places.forEach(({ x, y, weight }, i) => {
    const sum = sums[clusterOf[i]!]!
    sum.x += x * weight
    sum.y += y * weight
    sum.weight += weight
  })
  return sums.map(({ x, y, weight }, c) =>
    weight === 0 ? { ...before[c]!, weight } : { x: x / weight, y: y / weight, weight },
  )
}

function nearest(place: Place, centres: readonly Place[]): number {
  let best = 0
  let least = Infinity
  for (let c = 0; c < centres.length; c += 1) {
    const distance = squaredDistance(place, centres[c]!)
    if (distance < least) {
      least = distance
      best = c
    }
  }
  return best
}

const spreadOf = (places: readonly Place[], { clusterOf, centres }: Clustering): number =>
  places.reduce((sum, place, i) => sum + place.weight * squaredDistance(place, centres[clusterOf[i]!]!), 0)

/**
 * How much nearer people are to their own cluster than to the next one, −1 to 1 (Rousseeuw 1987). Somebody alone in a
 * cluster counts 0.
 */
export function silhouette(places: readonly Place[], clusterOf: readonly number[], k: number): number {
  let total = 0
  let people = 0
  places.forEach((place, i) => {
    const sums = new Array<number>(k).fill(0)
    const sizes = new Array<number>(k).fill(0)
    places.forEach((other, j) => {
      sums[clusterOf[j]!]! += Math.sqrt(squaredDistance(place, other)) * other.weight
      sizes[clusterOf[j]!]! += other.weight
    })
    people += place.weight
    const own = clusterOf[i]!
    if (sizes[own] === 1) return
    const within = sums[own]! / (sizes[own]! - 1)
    const next = Math.min(...sums.map((sum, c) => (c === own || sizes[c] === 0 ? Infinity : sum / sizes[c]!)))
    const wider = Math.max(within, next)
    if (wider > 0 && wider < Infinity) total += (place.weight * (next - within)) / wider
  })
  return people === 0 ? 0 : total / people
}

const squaredDistance = (a: Place, b: Place): number => (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
