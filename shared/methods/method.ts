import type { z } from 'zod'
import type { Outcome } from '../base/outcome.ts'
import type { Texts } from '../base/texts.ts'
import type { WeakOrder } from '../base/weak-order.ts'
import type { BallotShape, Weighted } from '../ballots/index.ts'

/** What every method's count has: a weak order and the figures that led to it. */
export interface Tally {
  ranking: WeakOrder
  /** what ranks the items, by id: a higher figure is a better rank, equal figures tie */
  scores: Record<string, number>
  /** ballots that name the item at all, by id */
  votersPerItem: Record<string, number>
  /** ballots counted, blank ones among them */
  accepted: number
  /** ballots refused whole, because they break the rule */
  rejected: number
  /** accepted ballots that name nothing */
  blank: number
  /** what else led to it, by the names of the recount format: plain JSON, finite numbers */
  figures?: Record<string, unknown>
}

/** The plan's field of each item, by id; null, or left out, where it has none. */
export type Fields = Readonly<Record<string, string | null>>

/** What a method is called, and its rule in one sentence with gaps for the parameters. */
export interface MethodTexts {
  name: Texts
  rule: Texts
  /** how a gap is said: `order=share-for` for one value, `negative` with its `{value}` for every other */
  words?: Record<string, Texts>
}

/**
 * One voting method: pure, without clock or chance. `parameters` carry the names of the recount format, so that a
 * sealed result is an input of the recount as it stands.
 */
export interface Method<Id extends string, Shape extends BallotShape, Parameters extends z.ZodType, Ballot> {
  id: Id
  ballot: Shape
  parameters: Parameters
  /** with more items it is not opened: nobody could answer, or the figures would not fit; left out: no limit of its own */
  mostCandidates?: number
  texts: MethodTexts
  /** May this ballot be cast? Asked when it arrives and again at the seal. */
  check(
    ballot: Ballot,
    candidates: readonly string[],
    parameters: z.output<Parameters>,
    fields?: Fields,
  ): Outcome<Ballot>
  /** May a vote on these items be opened under these parameters? Left out: yes. */
  ready?(candidates: readonly string[], parameters: z.output<Parameters>): Outcome<unknown>
  /** Count. No ballots, one item, all equal: a result, never an error. */
  tally(
    ballots: readonly Weighted<Ballot>[],
    candidates: readonly string[],
    parameters: z.output<Parameters>,
    fields?: Fields,
  ): Tally
}

/** Keeps a method's own types while it is checked against the shape that all methods share. */
export const defineMethod = <Id extends string, Shape extends BallotShape, Parameters extends z.ZodType, Ballot>(
  method: Method<Id, Shape, Parameters, Ballot>,
): Method<Id, Shape, Parameters, Ballot> => method
