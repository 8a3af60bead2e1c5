import type { ComparisonsBallot } from '../../shared/ballots/comparisons.ts'
import type { NeedsBallot } from '../../shared/ballots/needs.ts'
import type { OpinionsBallot } from '../../shared/ballots/opinions.ts'
import { limits } from '../../shared/base/limits.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import type { Question } from './choose-ballot.ts'
import { popularity } from './popularity.ts'

/** Compares every pair by how popular the two are, with some noise: mostly consistent, as people are. */
export function chooseComparisons({ candidates }: Question, seed: string, random: () => number): ComparisonsBallot {
  // More than that nobody can compare: a blank ballot.
  if (candidates.length > limits.itemsCompared) return { comparisons: [] }
  const comparisons: ComparisonsBallot['comparisons'] = []
  candidates.forEach(({ id: a }, i) => {
    for (const { id: b } of candidates.slice(i + 1)) {
      const ratio = (popularity(a, seed) / popularity(b, seed)) * Math.exp(random() - 0.5)
      const times = Math.min(9, Math.round(Math.max(ratio, 1 / ratio)))
      comparisons.push(ratio >= 1 ? [a, b, times] : [b, a, times])
    }
  })
  return { comparisons }
}

/** What is popular is important; how it stands differs by item. One answer in twenty lacks one half. */
export function chooseNeeds({ parameters, candidates }: Question, seed: string, random: () => number): NeedsBallot {
  const min = Number(parameters.min ?? 1)
  const max = Number(parameters.max ?? 5)
  const mark = (level: number) =>
    Math.min(max, Math.max(min, Math.round(min + (max - min) * (level + 0.4 * (random() - 0.5)))))
  const needs = candidates.map(({ id }): [string, NeedsBallot['needs'][string]] => {
    const importance = mark(0.5 + popularity(id, seed) / 40)
    const current = mark(seededRandom(`${seed}/${id}/current`)())
    return [id, random() < 0.05 ? { importance } : { importance, current }]
  })
  return { needs: Object.fromEntries(needs) }
}

/** Two camps that agree on some statements and not on others; one in ten passes, one in five statements is not seen. */
export function chooseOpinions({ candidates }: Question, seed: string, random: () => number): OpinionsBallot {
  const camp = random() < 0.6 ? 'one' : 'other'
  const opinions: OpinionsBallot['opinions'] = {}
  for (const { id } of candidates) {
    const isShared = seededRandom(`${seed}/${id}/shared`)() < 0.5
    const liking = seededRandom(`${seed}/${id}/${isShared ? 'all' : camp}`)()
    const mood = random()
    if (mood < 0.2) continue
    opinions[id] = mood < 0.28 ? 'pass' : random() < 0.15 + 0.7 * liking ? 'agree' : 'disagree'
  }
  return { opinions }
}
