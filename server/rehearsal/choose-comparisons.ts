import { designFor, designSets } from '../../shared/methods/best-worst/design.ts'
import { choosePair, type Pair } from '../../shared/methods/bradley-terry/choose-pair.ts'
import { fit } from '../../shared/methods/bradley-terry/count.ts'
import { logistic } from '../../shared/methods/bradley-terry/exp.ts'
import type { BestWorstBallot } from '../../shared/ballots/best-worst.ts'
import type { PairsBallot } from '../../shared/ballots/pairs.ts'
import type { Question } from './choose-ballot.ts'
import { popularity } from './popularity.ts'

const taste = (id: string, seed: string): number => Math.log(popularity(id, seed))

/** Answers some of the pairs that a phone would show; what is more popular wins more often, one in eight is a draw. */
export function choosePairs({ parameters, candidates }: Question, seed: string, random: () => number): PairsBallot {
  const ids = candidates.map(({ id }) => id)
  const nothing = fit(new Float64Array(ids.length ** 2), ids.length, 1)
  const own = String(random())
  const wanted = Math.ceil(random() * Number(parameters.perVoter ?? 1))
  const answered: Pair[] = []
  const pairs: [string, string][] = []
  const alike: [string, string][] = []
  while (answered.length < wanted) {
    const next = choosePair(nothing, answered, `${own}/${answered.length}`)
    if (!next) break
    answered.push(next)
    const [a, b] = [ids[next[0]]!, ids[next[1]]!]
    if (random() < 1 / 8) alike.push([a, b])
    else pairs.push(random() < logistic(taste(a, seed) - taste(b, seed)) ? [a, b] : [b, a])
  }
  return { pairs, alike }
}

/** Answers the sets of a seat drawn at random: the most popular of a set is usually the best, the least the worst. */
export function chooseBestWorst(
  { parameters, candidates }: Question,
  seed: string,
  random: () => number,
): BestWorstBallot {
  const perVoter = Number(parameters.perVoter ?? 1)
  const design = designSets(candidates.length, Number(parameters.setSize ?? 4), perVoter * 10, seed)
  const sets = designFor(design, 1 + Math.floor(random() * 10), perVoter).map((places) => {
    const set = places.map((place) => candidates[place]!.id)
    const liked = set
      .map((id) => ({ id, value: taste(id, seed) + 2 * random() }))
      .sort((a, b) => b.value - a.value)
      .map(({ id }) => id)
    return { set, best: liked[0]!, worst: liked.at(-1)! }
  })
  return { sets: distinct(sets) }
}

/** With few items the design shows the same set again. */
function distinct(sets: BestWorstBallot['sets']): BestWorstBallot['sets'] {
  const seen = new Map(sets.map((answer) => [[...answer.set].sort().join(), answer]))
  return [...seen.values()]
}
