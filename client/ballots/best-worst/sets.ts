import type { BestWorstBallot } from '../../../shared/ballots/best-worst.ts'
import { designFor, designSets } from '../../../shared/methods/best-worst/design.ts'

/* The design is as long as what so many seats answer; the next ones begin again at its start. */
const SEATS = 20

/**
 * The sets that a seat (1, 2, …) is shown, one after another, each once. All phones cut theirs from one design, which the
 * name of the vote and its list make: the same on every phone, without asking the server.
 */
export function setsOf(
  ids: readonly string[],
  { setSize, perVoter }: { setSize: number; perVoter: number },
  { seat, seed }: { seat: number; seed: string },
): string[][] {
  const design = designSets(ids.length, setSize, perVoter * SEATS, seed)
  const sets = designFor(design, seat, perVoter).map((places) => places.map((place) => ids[place]!))
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()]
}

/** The ballot with the answer to one set put in, or taken out with null. */
export function withAnswer(
  { sets }: BestWorstBallot,
  set: readonly string[],
  answer: { best: string; worst: string } | null,
): BestWorstBallot {
  const others = sets.filter((one) => keyOf(one.set) !== keyOf(set))
  return { sets: answer ? [...others, { set: [...set], ...answer }] : others }
}

export const answerTo = ({ sets }: BestWorstBallot, set: readonly string[]) =>
  sets.find((one) => keyOf(one.set) === keyOf(set))

const keyOf = (set: readonly string[]): string => [...set].sort().join()
