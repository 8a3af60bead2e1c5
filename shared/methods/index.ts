import { z } from 'zod'
import { limits } from '../base/limits.ts'
import type { Ballot, BallotShape } from '../ballots/index.ts'
import type { Method } from './method.ts'
import { stickers } from './stickers/index.ts'

/** Every voting method. A new one is a folder and a line here (and its ballot shape in shared/ballots, if that is new). */
export const methods = { stickers } as const

export type MethodId = keyof typeof methods
export const methodIds = Object.keys(methods) as [MethodId, ...MethodId[]]

/** A vote's parameters by the names of the recount format. */
export const Parameters = z.record(
  z.string(),
  z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.number()).max(limits.parameterList)]),
)
export type Parameters = z.infer<typeof Parameters>
/** A method whose ballots and parameters have been parsed by its own schemas before it is called. */
export type AnyMethod = Method<MethodId, BallotShape, z.ZodType<Parameters>, Ballot>
export const methodOf = (id: MethodId): AnyMethod => methods[id]
export type { Tally } from './method.ts'
