import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { z } from 'zod'
import { refuse, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import type { Role } from '../../shared/base/roles.ts'
import { API, operations, type Account, type Operation, type OperationId } from '../../shared/protocol/http.ts'
import { allows } from '../accounts/roles.ts'
import { Call, type FileAnswer, type Handlers, type House } from './call.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { joinHandlers } from './handlers/join.ts'
import { paperHandlers } from './handlers/papers.ts'
import { planHandlers } from './handlers/plans.ts'
import { sessionHandlers } from './handlers/sessions.ts'
import { taskHandlers } from './handlers/tasks.ts'
import { refusalOf } from './failure.ts'
import { isOwnOrigin } from './origin.ts'
import { placesOf, sendProblem } from './problem.ts'
import { checkTexts } from './texts.ts'

/* A resident sends a code; an office may send the running order of a whole day. */
const bodyOfAnybody = express.json({ limit: '16kb' })
const bodyOfAccounts = express.json({ limit: '256kb' })

/** The HTTP API, made from the table of operations: every call goes the same way, in the same order. */
export function createApi(house: House): Router {
  const handlers: Handlers<OperationId> = {
    ...joinHandlers(house),
    ...accountHandlers(house),
    ...planHandlers(house),
    ...sessionHandlers(house),
    ...paperHandlers(house),
    ...taskHandlers(house),
  }
  const router = express.Router()
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    router[operation.method](`${API}${operation.path}`, async (request, response) => {
      const outcome = await answer(id, operation, handlers, house, request, response)
      if (outcome === null) return
      if (outcome.ok) sendAnswer(response, outcome.value)
      else sendProblem(request, response, outcome, house.say)
    })
  }
  router.use(API, (request: Request, response: Response) =>
    sendProblem(request, response, refuse('not_found'), house.say),
  )
  router.use(API, (error: unknown, request: Request, response: Response, _next: NextFunction) =>
    sendProblem(request, response, refusalOf(error, house.log), house.say),
  )
  return router
}

/** Null when the answer was sent already. */
async function answer(
  id: OperationId,
  operation: Operation,
  handlers: Handlers<OperationId>,
  house: House,
  request: Request,
  response: Response,
): Promise<Outcome<unknown> | null> {
  if (operation.body && !isOwnOrigin(request.headers.origin, request.headers.host, house.publicUrl)) {
    return refuse('foreign_origin')
  }
  const account = await house.accounts.accountOf(request.headers.cookie)
  const role: Role = account?.role ?? 'anyone'
  if (!allows(role, id)) return refuse(account ? 'forbidden' : 'not_signed_in')
  if (operation.body) {
    if (!request.is('application/json')) return refuse('malformed')
    await readBody(account, request, response)
    const readable = checkTexts(request.body)
    if (!readable.ok) return readable
  }
  const parsed = parse(operation, request)
  if (!parsed.ok) {
    if ('error' in parsed) sendProblem(request, response, refuse('malformed'), house.say, placesOf(parsed.error))
    return 'error' in parsed ? null : parsed
  }
  const { params, query, body } = parsed.value
  const address = request.socket.remoteAddress ?? ''
  const call = new Call(id, params, query, body, account, address, request.headers.cookie, house, response)
  // The table pairs each id with its own handler; the types of all of them at once say less.
  const handler = handlers[id] as (call: Call<OperationId>) => Promise<Outcome<unknown>>
  return handler(call)
}

function readBody(account: Account | null, request: Request, response: Response): Promise<void> {
  const read = account ? bodyOfAccounts : bodyOfAnybody
  return new Promise((resolve, reject) =>
    read(request, response, (error?: Error) => (error ? reject(error) : resolve())),
  )
}

type Parsed =
  { ok: true; value: { params: never; query: never; body: never } } | { ok: false; error: z.ZodError } | Refusal

function parse(operation: Operation, request: Request): Parsed {
  const params = operation.params?.safeParse(request.params)
  // An address that cannot be is an address where nothing is.
  if (params && !params.success) return refuse('not_found')
  const query = operation.query?.safeParse(request.query)
  if (query && !query.success) return { ok: false, error: query.error }
  const body = operation.body?.safeParse(request.body)
  if (body && !body.success) return { ok: false, error: body.error }
  return { ok: true, value: { params: params?.data, query: query?.data, body: body?.data } as never }
}

function sendAnswer(response: Response, value: unknown): void {
  response.setHeader('cache-control', 'no-store')
  if (!isFile(value)) return void response.json(value)
  response.type(value.contentType)
  if (value.fileName !== undefined) {
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(value.fileName)}`)
  }
  response.send(value.bytes)
}

const isFile = (value: unknown): value is FileAnswer => typeof value === 'object' && value !== null && 'bytes' in value
