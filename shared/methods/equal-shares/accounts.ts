/**
 * Who has how much money, exactly. All amounts are whole numbers of a unit that becomes finer with each purchase, so
 * that every price is whole. Somebody who has never been left without money has the start less the prices of what was
 * bought of what they approve; everybody else has nothing. So sums need only counts.
 */
export class Accounts {
  /** one unit of money of the costs, in units of this account */
  unit: bigint
  /** what each person began with */
  start: bigint
  /** what one who paid in full has paid for the first, second … thing bought */
  prices: bigint[] = []

  /** `endowment` is shared by all `people` equally. */
  constructor(endowment: number, people: number) {
    this.unit = BigInt(people)
    this.start = BigInt(endowment)
  }

  /** What `people` have who paid in full, `counts[k]` of them for the k-th thing bought. */
  sum(people: number, counts: ArrayLike<number>): bigint {
    let sum = BigInt(people) * this.start
    for (const [k, price] of this.prices.entries()) if (counts[k]) sum -= BigInt(counts[k]) * price
    return sum
  }

  /** Take note of a purchase for which `people` pay `owed` in equal parts; returns the part as a number. */
  buy(owed: bigint, people: number): number {
    const common = gcd(Number(owed % BigInt(people)), people)
    const finer = BigInt(people / common)
    this.unit *= finer
    this.start *= finer
    this.prices = this.prices.map((price) => price * finer)
    const price = owed / BigInt(common)
    this.prices.push(price)
    return ratio(price, this.unit)
  }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** Bits of precision that a quotient is cut to before it becomes a number. */
const PRECISION = 64

/** a / b as a number, right to its last digit but one; both positive or a zero. */
export function ratio(a: bigint, b: bigint): number {
  const shift = PRECISION - (bits(a) - bits(b))
  let value = Number(shift > 0 ? (a << BigInt(shift)) / b : a / (b << BigInt(-shift)))
  for (let i = 0; i < shift; i += 1) value /= 2
  for (let i = 0; i > shift; i -= 1) value *= 2
  return value
}

const bits = (value: bigint): number => value.toString(16).length * 4
