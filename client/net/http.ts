import {
  API,
  operations,
  type AnswerOf,
  type BodyIn,
  type Operation,
  type OperationId,
  type ParamsIn,
  type QueryIn,
} from '../../shared/protocol/http.ts'
import { readReply, unreachable, type Reply } from './answers.ts'
import { newCommandId } from './ids.ts'

/*
 * For staff pages only: the table of operations brings the schema library along, which a phone never loads.
 */

type Given<Name extends string, Value> = keyof Value extends never ? { [N in Name]?: never } : { [N in Name]: Value }
type Optional<Name extends string, Value> = keyof Value extends never
  ? { [N in Name]?: never }
  : { [N in Name]?: Value }
/** A body without the command's id: that is made here, once for each call. */
type WithoutId<Body> = Body extends { id: string } ? Omit<Body, 'id'> & { id?: string } : Body

export type CallInput<Id extends OperationId> = Given<'params', ParamsIn<Id>> &
  Optional<'query', QueryIn<Id>> &
  Given<'body', WithoutId<BodyIn<Id>>>

type Loose = {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: Record<string, unknown>
}

let language = 'ko'
/** The language in which the server words its refusals. */
export const speak = (id: string): void => {
  language = id
}

export const languageSpoken = (): string => language

/** The address of an operation, for a call or for a link to a file. */
export function addressOf<Id extends OperationId>(id: Id, input: Pick<Loose, 'params' | 'query'>): string {
  const { params = {}, query = {} } = input
  const path = operations[id].path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `${API}${path}${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''}`
}

/** Call an operation of the HTTP API. A refusal is an answer; it is never thrown. */
export async function call<Id extends OperationId>(id: Id, input: CallInput<Id>): Promise<Reply<AnswerOf<Id>>> {
  const operation: Operation = operations[id]
  const { params, query, body } = input as Loose
  const takesId = operation.body !== undefined && 'shape' in operation.body && 'id' in (operation.body.shape as object)
  const sent = takesId ? { id: newCommandId(), ...body } : body
  try {
    const response = await fetch(addressOf(id, { params, query }), {
      method: operation.method.toUpperCase(),
      headers: {
        'accept-language': language,
        ...(sent ? { 'content-type': 'application/json' } : {}),
      },
      body: sent ? JSON.stringify(sent) : undefined,
    })
    return await readReply<AnswerOf<Id>>(response)
  } catch {
    return unreachable
  }
}
