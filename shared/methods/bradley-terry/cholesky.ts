/** Replaces the lower half of a positive definite n × n matrix (row by row) by its Cholesky factor. */
export function factorise(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j]!
      for (let k = 0; k < j; k += 1) sum -= matrix[i * n + k]! * matrix[j * n + k]!
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * n + j]!
    }
  }
}

/** Solves A x = b in place, given the factor of A. */
export function solve(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    let sum = b[i]!
    for (let k = 0; k < i; k += 1) sum -= factor[i * n + k]! * b[k]!
    b[i] = sum / factor[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i]!
    for (let k = i + 1; k < n; k += 1) sum -= factor[k * n + i]! * b[k]!
    b[i] = sum / factor[i * n + i]!
  }
}

/** The inverse of A, given its factor. */
export function inverse(factor: Float64Array, n: number): Float64Array {
  const inverted = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let j = 0; j < n; j += 1) {
    column.fill(0)
    column[j] = 1
    solve(factor, n, column)
    for (let i = 0; i < n; i += 1) inverted[i * n + j] = column[i]!
  }
  return inverted
}
