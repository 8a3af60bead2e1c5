import type { PairsBallot } from '../../../shared/ballots/pairs.ts'
import { shuffled } from '../../../shared/base/seeded-random.ts'
import { choosePair, type Pair } from '../../../shared/methods/bradley-terry/choose-pair.ts'
import { fit } from '../../../shared/methods/bradley-terry/count.ts'

/** What was said to one pair: `better` beat `other`, or they are alike, or nobody can say. */
export interface Answered {
  better: string
  other: string
  said: 'better' | 'alike' | 'pass'
}

/*
 * So many issues are compared on one phone; another phone has others. Who answers fifteen questions sees thirty at most,
 * and the arithmetic of a pair grows with the cube of the list.
 */
const HAND = 40
/* As the room's result is computed by default: no strength is infinite after one answer. */
const PRIOR = 1

/** The ballot's answers, in an order in which they can be taken back. A pair that was passed over is in no ballot. */
export const trailOf = ({ pairs, alike = [] }: PairsBallot): Answered[] => [
  ...alike.map(([better, other]): Answered => ({ better, other, said: 'alike' })),
  ...pairs.map(([better, other]): Answered => ({ better, other, said: 'better' })),
]

export function ballotOf(trail: readonly Answered[]): PairsBallot {
  const of = (said: Answered['said']) =>
    trail.filter((answer) => answer.said === said).map(({ better, other }): [string, string] => [better, other])
  const alike = of('alike')
  return alike.length > 0 ? { pairs: of('better'), alike } : { pairs: of('better') }
}

/** How many answers count; passing over is none. */
export const countAnswers = ({ pairs, alike = [] }: PairsBallot): number => pairs.length + alike.length

/**
 * The two issues to show next, in this order; null when every pair was shown. What was said so far decides which pair
 * tells most; `seed` makes every phone begin elsewhere, and one phone go on with the same pair after a reload.
 */
export function nextPair(ids: readonly string[], trail: readonly Answered[], seed: string): [string, string] | null {
  const hand = handOf(ids, trail, seed)
  const places = new Map(hand.map((id, place) => [id, place]))
  const placesOf = ({ better, other }: Answered): Pair => [places.get(better)!, places.get(other)!]
  const known = trail.filter(({ better, other }) => places.has(better) && places.has(other))
  const next = choosePair(
    fit(winsOf(known, placesOf, hand.length), hand.length, PRIOR),
    known.map(placesOf),
    `${seed}/${trail.length}`,
  )
  return next && [hand[next[0]]!, hand[next[1]]!]
}

/** The issues of this phone: its own draw, and whatever it has answered already. */
function handOf(ids: readonly string[], trail: readonly Answered[], seed: string): string[] {
  const known = new Set(ids)
  const answered = trail.flatMap(({ better, other }) => [better, other]).filter((id) => known.has(id))
  return [...new Set([...shuffled(ids, seed).slice(0, HAND), ...answered])]
}

function winsOf(trail: readonly Answered[], placesOf: (answer: Answered) => Pair, n: number): Float64Array {
  const wins = new Float64Array(n * n)
  for (const answer of trail) {
    const [better, other] = placesOf(answer)
    if (answer.said === 'pass') continue
    wins[better * n + other]! += answer.said === 'better' ? 1 : 0.5
    if (answer.said === 'alike') wins[other * n + better]! += 0.5
  }
  return wins
}
