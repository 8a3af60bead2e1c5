import { supportsOf, titleOf, visibleIssues, type Issue, type Material } from '../../shared/activities/material.ts'
import { SimilarityIndex } from '../../shared/similarity/index.ts'

export interface SimilarIssue {
  id: string
  title: string
  supports: number
}
interface Kept {
  index: SimilarityIndex
  /** what the index follows */
  material: Material | null
  texts: Map<string, string>
}

const MOST = 3

/** What the room can already read that is like a text somebody is writing: an index for each session, made of its state. */
export class SimilarIssues {
  readonly #sessions = new Map<string, Kept>()

  /** Up to three issues of others, the most alike first. `seat` is the one who writes. */
  near(session: string, material: Material, text: string, seat: string): SimilarIssue[] {
    const { index } = this.#follow(session, material)
    return index
      .near(text, { most: Infinity })
      .flatMap(({ id }) => material.issues[id] ?? [])
      .filter(({ author }) => author !== seat)
      .slice(0, MOST)
      .map((issue) => ({ id: issue.id, title: titleOf(issue), supports: supportsOf(material, issue) }))
  }

  forget(session: string): void {
    this.#sessions.delete(session)
  }

  /** The index as the state is now: what has come, changed or gone since the last look is all that is worked on. */
  #follow(session: string, material: Material): Kept {
    const kept = this.#sessions.get(session) ?? {
      index: new SimilarityIndex(),
      material: null,
      texts: new Map<string, string>(),
    }
    this.#sessions.set(session, kept)
    if (kept.material === material) return kept
    const now = new Map<string, string>(visibleIssues(material).map((issue: Issue) => [issue.id, titleOf(issue)]))
    for (const id of kept.texts.keys()) if (!now.has(id)) kept.index.delete(id)
    for (const [id, text] of now) if (kept.texts.get(id) !== text) kept.index.set(id, text)
    return Object.assign(kept, { material, texts: now })
  }
}
