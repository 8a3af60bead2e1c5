import { ok, type Outcome } from '../../../shared/base/outcome.ts'
import { zipPackage } from '../../../shared/recount/package.ts'
import { packageOf, type Audience } from '../../../shared/recount/sealed-package.ts'

const KEPT = 8

/**
 * Recount packages of sealed results. Anybody may ask, and a sealed result never changes: the last ones are kept, so that
 * a hall that asks at once has it made once.
 */
export class RecountPackages {
  readonly #made = new Map<string, Promise<Outcome<Buffer>>>()

  /** `sealed` finds the sealed bytes of a digest. */
  constructor(private readonly sealed: (digest: string) => Promise<Outcome<string>>) {}

  get(digest: string, audience: Audience): Promise<Outcome<Buffer>> {
    const name = `${audience} ${digest}`
    const before = this.#made.get(name)
    if (before) return before
    const making = this.#make(digest, audience)
    this.#made.set(name, making)
    const forget = () => this.#made.delete(name)
    making.then((made) => made.ok || forget(), forget)
    for (const oldest of [...this.#made.keys()].slice(0, -KEPT)) this.#made.delete(oldest)
    return making
  }

  async #make(digest: string, audience: Audience): Promise<Outcome<Buffer>> {
    const text = await this.sealed(digest)
    return text.ok ? ok(Buffer.from(zipPackage(packageOf(text.value, digest, audience)))) : text
  }
}
