import { z } from 'zod'
import { ballotShapes, type BallotShape } from '../ballots/index.ts'
import type { Fields, Method } from './method.ts'

/** What a recount prints: the names and shapes of the recount format, plain JSON, no NaN and no Infinity. */
export type Recounted = Record<string, unknown>

/**
 * How one method is counted again from a file. `input` has the members that the method reads, `options` among them with
 * every convention by name and its usual value. Members that it does not know are ignored; options that it does not know
 * are refused, for a convention that is silently passed over is another count.
 */
export interface Recount<Id extends string = string, Input extends z.ZodType = z.ZodType> {
  id: Id
  input: Input
  count(input: z.output<Input>): Recounted
}

/** Keeps a recount's own types while it is checked against the shape that all share. */
export const defineRecount = <Id extends string, Input extends z.ZodType>(
  recount: Recount<Id, Input>,
): Recount<Id, Input> => recount

/** The name of an item in a file. */
export const ItemId = z.string().min(1).max(200)
/** How many ballots are like this one. */
export const Weight = z.int().min(1).default(1)
/** Items, each once. */
export const Candidates = z
  .array(ItemId)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'an item stands here twice' })

/** What else a sealed result says of its items; a rule by field reads it. */
const Items = z.array(z.object({ id: ItemId, fieldId: z.string().nullable().default(null) }))
const fieldsOfItems = (items: z.output<typeof Items>): Fields =>
  Object.fromEntries(items.map(({ id, fieldId }) => [id, fieldId]))
const needsFields = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'onePerField' in options && options.onePerField === true

/** The recount of a method that can be voted by: its own check and tally, on ballots of its own shape. */
export function recountOf<Id extends string, Shape extends BallotShape, Parameters extends z.ZodType, Ballot>(
  method: Method<Id, Shape, Parameters, Ballot>,
): Recount<Id> {
  const input = z
    .object({
      options: method.parameters.prefault(() => ({}) as z.input<Parameters>),
      candidates: Candidates,
      items: Items.optional(),
      ballots: z.array(z.object({ ...ballotShapes[method.ballot](ItemId), weight: Weight })),
    })
    .refine(({ options, items }) => items !== undefined || !needsFields(options), {
      path: ['items'],
      message: 'onePerField needs the fields of the items',
    })
  return {
    id: method.id,
    input,
    count(given) {
      const { options, candidates, items, ballots } = given as {
        options: z.output<Parameters>
        candidates: string[]
        items?: z.output<typeof Items>
        ballots: (Ballot & { weight: number })[]
      }
      const { figures, ...counted } = method.tally(ballots, candidates, options, items && fieldsOfItems(items))
      return { method: method.id, options, ...counted, ...figures }
    },
  }
}
