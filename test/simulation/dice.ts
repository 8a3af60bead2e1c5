import { seededRandom } from '../../shared/base/seeded-random.ts'

/** All chance of one simulated world, from its seed. */
export class Dice {
  /** in [0, 1) */
  readonly random: () => number

  constructor(seed: string) {
    this.random = seededRandom(seed)
  }

  isHit(probability: number): boolean {
    return this.random() < probability
  }

  /** A number from `low` up to `high`. */
  between(low: number, high: number): number {
    return low + this.random() * (high - low)
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!
  }
}

/** How often each kind of thing has happened: what a simulation never meets, it does not test. */
export class Tally {
  readonly counts = new Map<string, number>()

  add(kind: string, howOften = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + howOften)
  }

  addAll(other: Tally): void {
    for (const [kind, howOften] of other.counts) this.add(kind, howOften)
  }
}
