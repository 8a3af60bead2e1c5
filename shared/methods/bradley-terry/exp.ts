const LN2_HIGH = 0.69314718036912381649
const LN2_LOW = 1.90821492927058770002e-10
const TERMS = 14

/**
 * e to the power of x by additions and multiplications alone, so that it is the same number in every browser: the
 * language leaves the last digits of `Math.exp` open. Right to 4e-15 of the value; |x| beyond 700 counts as 700.
 */
export function exp(x: number): number {
  const bounded = Math.min(700, Math.max(-700, x))
  const halvings = Math.round(bounded / LN2_HIGH)
  const rest = bounded - halvings * LN2_HIGH - halvings * LN2_LOW
  let value = 1
  for (let i = TERMS; i > 0; i -= 1) value = 1 + (rest * value) / i
  let factor = halvings < 0 ? 0.5 : 2
  for (let left = Math.abs(halvings); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) value *= factor
    factor *= factor
  }
  return value
}

/** The chance that strength `x` above the other wins: 1 / (1 + e^-x). */
export const logistic = (x: number): number => 1 / (1 + exp(-x))
