import { z } from 'zod'
import { refusalCodes } from '../base/refusals.ts'
import { accountOperations } from './operations/account-operations.ts'
import type { Operation } from './operations/operation.ts'
import { planOperations } from './operations/plan-operations.ts'
import { sessionOperations } from './operations/session-operations.ts'
import { taskOperations } from './operations/task-operations.ts'

export { Account, AccountEntry } from './operations/account-operations.ts'
export type { Operation } from './operations/operation.ts'

export const API = '/api/v1'

/** RFC 9457. `code` is from the same closed list as on the socket; `detail` is a sentence in the reader's language. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(refusalCodes),
  detail: z.string(),
  retryable: z.boolean(),
  /** with `malformed`: where the body does not fit */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Every operation of the HTTP API: the router, the client and the documentation are all made from this table. */
export const operations = {
  ...accountOperations,
  ...planOperations,
  ...sessionOperations,
  ...taskOperations,
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof operations
type Part<O, K extends string, Side extends 'input' | 'output'> = O extends { [P in K]: infer S extends z.ZodType }
  ? Side extends 'input'
    ? z.input<S>
    : z.output<S>
  : Record<never, never>
/** What a caller passes. */
export type ParamsIn<Id extends OperationId> = Part<(typeof operations)[Id], 'params', 'input'>
export type QueryIn<Id extends OperationId> = Part<(typeof operations)[Id], 'query', 'input'>
export type BodyIn<Id extends OperationId> = Part<(typeof operations)[Id], 'body', 'input'>
/** What a handler gets: parsed, trusted. */
export type Params<Id extends OperationId> = Part<(typeof operations)[Id], 'params', 'output'>
export type Query<Id extends OperationId> = Part<(typeof operations)[Id], 'query', 'output'>
export type Body<Id extends OperationId> = Part<(typeof operations)[Id], 'body', 'output'>
export type AnswerOf<Id extends OperationId> = Part<(typeof operations)[Id], 'answer', 'output'>
