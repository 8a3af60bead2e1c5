/**
 * The geometric mean of positive numbers, each with the number of times that it counts. Only by the four operations,
 * which are the same bits on every machine; logarithms and powers are not. Equal numbers are put together and sorted,
 * so that the order of the input does not matter. No numbers: 1.
 */
export function geometricMean(values: readonly { value: number; weight: number }[]): number {
  const counts = new Map<number, number>()
  for (const { value, weight } of values) counts.set(value, (counts.get(value) ?? 0) + weight)
  const sorted = [...counts].sort(([a], [b]) => a - b)
  const n = sorted.reduce((sum, [, count]) => sum + count, 0)
  return sorted.reduce((product, [value, count]) => product * power(root(value, n), count), 1)
}

/** By squaring. */
function power(base: number, exponent: number): number {
  let result = 1
  for (let square = base, left = exponent; left > 0; square *= square, left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
  }
  return result
}

/** By bisection, to the last bit that it has. */
function root(value: number, n: number): number {
  if (n === 1) return value
  let low = Math.min(1, value)
  let high = Math.max(1, value)
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (power(middle, n) > value) high = middle
    else low = middle
  }
}
