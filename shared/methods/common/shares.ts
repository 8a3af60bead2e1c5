/**
 * Sums of whole numbers that are divided by small ones, without rounding on the way: equal sums are equal numbers, in
 * whatever order they were added.
 */
export class Shares {
  private readonly bySize = new Map<number, Float64Array>()
  private readonly places: number

  constructor(places: number) {
    this.places = places
  }

  /** Add `amount / size` to a place. */
  add(place: number, amount: number, size: number): void {
    let sums = this.bySize.get(size)
    if (!sums) this.bySize.set(size, (sums = new Float64Array(this.places)))
    sums[place]! += amount
  }

  /** The sums, each rounded once. */
  totals(): number[] {
    const sizes = [...this.bySize.keys()].map(BigInt)
    const scale = sizes.reduce((a, b) => (a / gcd(a, b)) * b, 1n)
    return Array.from({ length: this.places }, (_, place) => {
      let sum = 0n
      for (const size of sizes) sum += BigInt(this.bySize.get(Number(size))![place]!) * (scale / size)
      return toNumber(sum, scale)
    })
  }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** Whole part and fraction apart: both may be larger than a number can hold. */
const toNumber = (sum: bigint, scale: bigint): number =>
  Number(sum / scale) + Number(((sum % scale) << 64n) / scale) / 2 ** 64
