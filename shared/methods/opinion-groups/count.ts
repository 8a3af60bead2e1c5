import { rounded } from '../common/rounded.ts'
import { principalAxes } from './axes.ts'
import { kMeans, silhouette, type Place } from './clusters.ts'

/** One person's (or `weight` people's) votes, a character a statement: `+` agree, `-` disagree, `0` pass, `.` not seen. */
export interface Row {
  votes: string
  weight: number
}

/** The steps and numbers of Polis, read from its source (compdemocracy/polis, math). */
const ENOUGH_VOTES = 7
const FEWEST_PEOPLE = 15
const MOST_BASE_CLUSTERS = 100
const MOST_GROUPS = 5

export interface OpinionGroups {
  /** unit vectors over the statements, of most variance first; fewer than two where opinions do not vary */
  components: number[][]
  /** place of each row, null for those who voted on too few statements to be placed */
  projection: ([number, number] | null)[]
  /** group of each row, from 0 (the largest), null for those who are not placed */
  groupOf: (number | null)[]
  /** number of groups; 0 when nobody is placed */
  k: number
}

/**
 * Opinion groups: principal components of the votes (blanks are the statement's mean), people placed by the votes that
 * they cast, k-means on the places, k from 2 to 5 by silhouette. Rows in the same order give the same bytes; equal rows
 * should be one with their weight.
 */
export function findGroups(rows: readonly Row[], statements: number): OpinionGroups {
  const votes = rows.map((row) => readVotes(row.votes, statements))
  const { means, axes } = mapOf(rows, votes, statements)
  const isPlaced = whoIsPlaced(rows, votes, statements)
  const projection = votes.map((vote, r) => (isPlaced[r] ? placeOf(vote, means, axes) : null))
  const { groupOf, k } = groupsOf(rows, projection)
  return { components: axes.map((axis) => Array.from(axis, rounded)), projection, groupOf, k }
}

/** The principal components alone. */
export const axesOf = (rows: readonly Row[], statements: number): Float64Array[] =>
  mapOf(
    rows,
    rows.map((row) => readVotes(row.votes, statements)),
    statements,
  ).axes

function mapOf(rows: readonly Row[], votes: readonly Votes[], statements: number) {
  const means = meansOf(rows, votes, statements)
  return { means, axes: principalAxes(covarianceOf(rows, votes, means, statements), statements) }
}

interface Votes {
  /** +1 agree, −1 disagree, 0 pass or not seen */
  values: Float64Array
  /** 1 where a vote was cast, a pass too */
  isCast: Uint8Array
  cast: number
}

function readVotes(text: string, statements: number): Votes {
  const values = new Float64Array(statements)
  const isCast = new Uint8Array(statements)
  let cast = 0
  for (let s = 0; s < statements; s += 1) {
    const vote = text[s]
    if (vote === '.' || vote === undefined) continue
    isCast[s] = 1
    cast += 1
    values[s] = vote === '+' ? 1 : vote === '-' ? -1 : 0
  }
  return { values, isCast, cast }
}

function meansOf(rows: readonly Row[], votes: readonly Votes[], statements: number): Float64Array {
  const sums = new Float64Array(statements)
  const counts = new Float64Array(statements)
  votes.forEach(({ values, isCast }, r) => {
    const { weight } = rows[r]!
    for (let s = 0; s < statements; s += 1) {
      sums[s]! += values[s]! * weight
      counts[s]! += isCast[s]! * weight
    }
  })
  return sums.map((sum, s) => (counts[s]! > 0 ? sum / counts[s]! : 0))
}

/** Of the people who voted at all; a blank is the mean and so adds nothing. */
function covarianceOf(
  rows: readonly Row[],
  votes: readonly Votes[],
  means: Float64Array,
  statements: number,
): Float64Array {
  const covariance = new Float64Array(statements * statements)
  const cast = new Int32Array(statements)
  const centred = new Float64Array(statements)
  votes.forEach(({ values, isCast }, r) => {
    let n = 0
    for (let s = 0; s < statements; s += 1) {
      if (isCast[s] === 0) continue
      cast[n] = s
      centred[n] = values[s]! - means[s]!
      n += 1
    }
    const { weight } = rows[r]!
    for (let i = 0; i < n; i += 1) {
      const share = centred[i]! * weight
      const row = cast[i]! * statements
      for (let j = i; j < n; j += 1) covariance[row + cast[j]!]! += share * centred[j]!
    }
  })
  for (let i = 0; i < statements; i += 1) {
    for (let j = 0; j < i; j += 1) covariance[i * statements + j] = covariance[j * statements + i]!
  }
  return covariance
}

/** Those with seven votes (or all, of fewer statements); if they are under fifteen, those with the most votes besides. */
function whoIsPlaced(rows: readonly Row[], votes: readonly Votes[], statements: number): boolean[] {
  const isPlaced = votes.map(({ cast }) => cast > 0 && cast >= Math.min(ENOUGH_VOTES, statements))
  let people = rows.reduce((sum, { weight }, r) => sum + (isPlaced[r] ? weight : 0), 0)
  const others = votes
    .map(({ cast }, r) => ({ cast, r }))
    .filter(({ cast, r }) => cast > 0 && !isPlaced[r])
    .sort((a, b) => b.cast - a.cast)
  // Whoever has as many votes as the fifteenth is in as well: no order of rows decides.
  let fewest = Infinity
  for (const { cast, r } of others) {
    if (people >= FEWEST_PEOPLE && cast < fewest) break
    isPlaced[r] = true
    people += rows[r]!.weight
    fewest = cast
  }
  return isPlaced
}

/** By the votes cast alone, drawn outwards by √(statements / votes): few votes do not pull towards the middle. */
function placeOf(
  { values, isCast, cast }: Votes,
  means: Float64Array,
  axes: readonly Float64Array[],
): [number, number] {
  const stretch = Math.sqrt(means.length / cast)
  const along = (axis: Float64Array | undefined) => {
    if (!axis) return 0
    let sum = 0
    for (let s = 0; s < means.length; s += 1) if (isCast[s] === 1) sum += (values[s]! - means[s]!) * axis[s]!
    return rounded(sum * stretch)
  }
  return [along(axes[0]), along(axes[1])]
}

function groupsOf(
  rows: readonly Row[],
  projection: OpinionGroups['projection'],
): { groupOf: (number | null)[]; k: number } {
  const placed = projection.flatMap((at, r) => (at ? [{ r, x: at[0], y: at[1], weight: rows[r]!.weight }] : []))
  if (placed.length === 0) return { groupOf: projection.map(() => null), k: 0 }
  const base = baseClusters(placed)
  const most = Math.min(MOST_GROUPS, Math.floor(2 + base.centres.length / 12), base.centres.length)
  let best = { clusterOf: base.centres.map(() => 0), fit: -Infinity }
  for (let k = 2; k <= most; k += 1) {
    const { clusterOf } = kMeans(base.centres, k)
    const fit = silhouette(base.centres, clusterOf, k)
    if (fit > best.fit + 1e-9) best = { clusterOf, fit }
  }
  const names = bySize(base.centres, best.clusterOf)
  const groupOf = projection.map((): number | null => null)
  placed.forEach(({ r }, i) => (groupOf[r] = names.get(best.clusterOf[base.clusterOf[i]!]!)!))
  return { groupOf, k: names.size }
}

/** Up to a hundred small clusters, which the groups are then made of: people at one place stay together. */
function baseClusters(placed: readonly Place[]): { clusterOf: number[]; centres: Place[] } {
  const places = new Map<string, number>()
  const centres: Place[] = []
  const clusterOf = placed.map(({ x, y, weight }) => {
    const key = `${x} ${y}`
    const known = places.get(key)
    if (known !== undefined) {
      centres[known]!.weight += weight
      return known
    }
    places.set(key, centres.length)
    return centres.push({ x, y, weight }) - 1
  })
  if (centres.length <= MOST_BASE_CLUSTERS) return { clusterOf, centres }
  const found = kMeans(centres, MOST_BASE_CLUSTERS, 1)
  // One that lost everybody is no cluster.
  const kept = found.centres.flatMap(({ weight }, c) => (weight > 0 ? [c] : []))
  return {
    clusterOf: clusterOf.map((place) => kept.indexOf(found.clusterOf[place]!)),
    centres: kept.map((c) => found.centres[c]!),
  }
}

/** The largest group is 0; of equal ones the more to the left, then the lower. */
function bySize(centres: readonly Place[], clusterOf: readonly number[]): Map<number, number> {
  const groups = new Map<number, Place>()
  centres.forEach(({ x, y, weight }, i) => {
    const sum = groups.get(clusterOf[i]!) ?? { x: 0, y: 0, weight: 0 }
    groups.set(clusterOf[i]!, { x: sum.x + x * weight, y: sum.y + y * weight, weight: sum.weight + weight })
  })
  const sorted = [...groups].sort(
    ([, a], [, b]) => b.weight - a.weight || a.x / a.weight - b.x / b.weight || a.y / a.weight - b.y / b.weight,
  )
  return new Map(sorted.map(([cluster], name) => [cluster, name]))
}
