import type { BallotShape } from '../../ballots/index.ts'
import { methodOf, type MethodId, type Parameters } from '../../methods/index.ts'

/** A message from a phone, in bytes, and what of it is around the ballot: command, ids, revision. */
const MESSAGE = 16_384
const AROUND = 384

type Largest = (ids: readonly string[], parameters: Parameters) => unknown
const most = (given: unknown, otherwise: number): number => (typeof given === 'number' && given > 0 ? given : otherwise)
const longest = (parameters: Parameters): number => {
  const [min, max] = [Number(parameters.min), Number(parameters.max)]
  return String(min).length > String(max).length ? min : max
}
const record = (ids: readonly string[], value: unknown) => Object.fromEntries(ids.map((id) => [id, value]))
const repeated = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)

/* At least as long as any ballot that the method takes; not always one that it takes. */
const largest: Record<BallotShape, Largest> = {
  stickers: (ids, { perVoter }) => ({ stickers: record(ids.slice(0, Number(perVoter)), -10) }),
  approve: (ids, { max }) => ({ approve: ids.slice(0, most(max, ids.length)) }),
  answers: (ids) => ({ answers: record(ids, 'abstain') }),
  points: (ids, { total }) => ({ points: record(ids.slice(0, Number(total)), Number(total)) }),
  votes: (ids, { credits }) => ({ votes: record(ids.slice(0, Number(credits)), -100) }),
  scores: (ids, parameters) => {
    const scores = record(ids, longest(parameters))
    return { scores, ...(parameters.before && { before: scores }) }
  },
  criteria: (ids, parameters) => ({
    criteria: record(parameters.criteria as string[], record(ids, longest(parameters))),
  }),
  ranking: (ids) => ({ ranking: ids.map((id) => [id]) }),
  pairs: (ids, { perVoter }) => ({ pairs: repeated(Number(perVoter), [ids.at(-1), ids.at(-1)]), alike: [] }),
  'best-worst': (ids, { perVoter, setSize }) => {
    const set = ids.slice(-Number(setSize))
    return { sets: repeated(Number(perVoter), { set, best: set.at(-1), worst: set.at(-1) }) }
  },
  comparisons: (ids) => ({ comparisons: repeated((ids.length * (ids.length - 1)) / 2, [ids.at(-1), ids.at(-1), 9]) }),
  needs: (ids) => ({ needs: record(ids, { importance: 10, current: 10 }) }),
  opinions: (ids) => ({ opinions: record(ids, 'disagree') }),
}

const fits = (method: MethodId, ids: readonly string[], parameters: Parameters): boolean =>
  new TextEncoder().encode(JSON.stringify(largest[methodOf(method).ballot](ids, parameters))).length <= MESSAGE - AROUND

/** How many of these items a vote may be about, so that no ballot is larger than a message; all of them, mostly. */
export function mostThatFit(method: MethodId, ids: readonly string[], parameters: Parameters): number {
  if (fits(method, ids, parameters)) return ids.length
  let [low, high] = [0, ids.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (fits(method, ids.slice(0, middle), parameters)) low = middle
    else high = middle
  }
  return low
}
