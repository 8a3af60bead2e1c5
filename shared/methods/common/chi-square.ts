/** How often a chi-square figure with `df` degrees of freedom is `x` or more by chance; 0 to 1. */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1
  return Math.min(1, upperGamma(df / 2, x / 2))
}

const PRECISION = 1e-15
const MOST_TERMS = 10_000

/** The regularised upper incomplete gamma function Q(a, x): a series below a + 1, Lentz's fraction above. */
function upperGamma(a: number, x: number): number {
  const factor = Math.exp(a * Math.log(x) - x - logGammaOfHalves(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n += 1) sum += term *= x / (a + n)
    return 1 - factor * sum
  }
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let product = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    product *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return factor * product
}

/** log Γ(a) of a whole number of halves, by Γ(a) = (a - 1) Γ(a - 1). */
function logGammaOfHalves(a: number): number {
  let sum = a % 1 === 0 ? 0 : Math.log(Math.PI) / 2
  for (let n = a - 1; n > 0; n -= 1) sum += Math.log(n)
  return sum
}
