/** Which item leads to which, through any number of links: a transitive closure that grows link by link, in bit sets. */
export class Reach {
  readonly size: number
  private readonly words: number
  /** row a: the items that a leads to; row a of `from`: the items that lead to a */
  private readonly to: Uint32Array
  private readonly from: Uint32Array

  constructor(size: number, like?: Reach) {
    this.size = size
    this.words = (size + 31) >>> 5
    this.to = like ? like.to.slice() : new Uint32Array(size * this.words)
    this.from = like ? like.from.slice() : new Uint32Array(size * this.words)
  }

  copy(): Reach {
    return new Reach(this.size, this)
  }

  has(a: number, b: number): boolean {
    return ((this.to[a * this.words + (b >>> 5)]! >>> (b & 31)) & 1) === 1
  }

  /**
   * Link a to b. `onNew` hears of every pair that is connected by it. All links together cost O(size² · size / 32),
   * since only rows are touched that gain a pair.
   */
  link(a: number, b: number, onNew?: (x: number, y: number) => void): void {
    if (this.has(a, b)) return
    const { words, from } = this
    this.join(a, b, onNew)
    for (let w = 0; w < words; w += 1) {
      for (let left = from[a * words + w]! & ~from[b * words + w]!; left !== 0; left &= left - 1) {
        this.join(w * 32 + 31 - Math.clz32(left & -left), b, onNew)
      }
    }
  }

  /** x leads to b, and to all that b leads to. */
  private join(x: number, b: number, onNew?: (x: number, y: number) => void): void {
    const { words, to, from } = this
    for (let w = 0; w < words; w += 1) {
      const own = w === b >>> 5 ? 1 << (b & 31) : 0
      let fresh = (to[b * words + w]! | own) & ~to[x * words + w]!
      to[x * words + w]! |= fresh
      for (; fresh !== 0; fresh &= fresh - 1) {
        const y = w * 32 + 31 - Math.clz32(fresh & -fresh)
        from[y * words + (x >>> 5)]! |= 1 << (x & 31)
        onNew?.(x, y)
      }
    }
  }

  /** Equal closures have equal keys. */
  key(): string {
    return this.to.join()
  }
}
