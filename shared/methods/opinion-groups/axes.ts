/**
 * The first two principal components of a covariance matrix, by power iteration on both at once. Only the four
 * operations and square roots: the same bits on every machine.
 */

const AXES = 2
/* Where opinions are noise no axis stands out, and more rounds find none. */
const ROUNDS = 400
const SETTLED = 1e-9

/** Unit vectors, the one of most variance first; the largest entry of each is positive. Fewer where nothing varies. */
export function principalAxes(covariance: Float64Array, n: number): Float64Array[] {
  let trace = 0
  for (let i = 0; i < n; i += 1) trace += covariance[i * n + i]!
  const floor = trace * 1e-12
  let axes = Array.from({ length: Math.min(AXES, n) }, (_, axis) => startOf(n, axis))
  for (let round = 0; round < ROUNDS && axes.length > 0; round += 1) {
    const next = orthonormal(
      axes.map((axis) => times(covariance, axis, n)),
      floor,
    )
    const isSettled = next.length === axes.length && next.every((axis, a) => isClose(axis, axes[a]!))
    axes = next
    if (isSettled) break
  }
  return axes.map(pointedUp)
}

/* Not level, so that it is at right angles to no axis that people can make. */
function startOf(n: number, axis: number): Float64Array {
  const start = new Float64Array(n)
  for (let i = 0; i < n; i += 1) start[i] = 1 / (1 + ((i * 7919 + axis * 104729) % 1009))
  return start
}

/** Gram–Schmidt; what has no length of its own is dropped. */
function orthonormal(vectors: readonly Float64Array[], floor: number): Float64Array[] {
  const axes: Float64Array[] = []
  for (const vector of vectors) {
    // Twice, for what rounding leaves of the first axis in the second.
    for (let pass = 0; pass < 2; pass += 1) for (const axis of axes) subtract(vector, axis, dot(vector, axis))
    const length = Math.sqrt(dot(vector, vector))
    if (length <= floor) continue
    axes.push(vector.map((value) => value / length))
  }
  return axes
}

function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n)
  for (let i = 0; i < n; i += 1) {
    let sum = 0
    for (let j = 0, at = i * n; j < n; j += 1, at += 1) sum += matrix[at]! * vector[j]!
    product[i] = sum
  }
  return product
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

function subtract(from: Float64Array, axis: Float64Array, share: number): void {
  for (let i = 0; i < from.length; i += 1) from[i]! -= share * axis[i]!
}

const isClose = (a: Float64Array, b: Float64Array): boolean => a.every((value, i) => Math.abs(value - b[i]!) < SETTLED)

function pointedUp(axis: Float64Array): Float64Array {
  let largest = 0
  for (const value of axis) if (Math.abs(value) > Math.abs(largest) + 1e-9) largest = value
  return largest < 0 ? axis.map((value) => -value + 0) : axis
}
