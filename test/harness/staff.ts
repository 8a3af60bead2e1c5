import type { AnswerOf, BodyIn, OperationId, ParamsIn, Problem, QueryIn } from '../../shared/protocol/http.ts'
import { API, operations, type Operation } from '../../shared/protocol/http.ts'
import type { House } from './house.ts'

export interface Reply<Id extends OperationId> {
  status: number
  value: AnswerOf<Id>
  problem: Problem
}

/** Somebody at the desk: calls the HTTP API with a cookie, as a browser does. */
export class Desk {
  cookie = ''
  constructor(readonly url: string) {}

  async ask<Id extends OperationId>(
    id: Id,
    given: { params?: ParamsIn<Id>; query?: QueryIn<Id>; body?: BodyIn<Id>; headers?: Record<string, string> } = {},
  ): Promise<Reply<Id>> {
    const operation: Operation = operations[id]
    const params = (given.params ?? {}) as Record<string, string>
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const query = new URLSearchParams(given.query ?? {}).toString()
    const response = await fetch(`${this.url}${API}${path}${query && `?${query}`}`, {
      method: operation.method.toUpperCase(),
      headers: {
        cookie: this.cookie,
        ...(operation.body && { 'content-type': 'application/json', 'x-madang': '1' }),
        ...given.headers,
      },
      ...(operation.body && { body: JSON.stringify(given.body ?? {}) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set) this.cookie = set.split(';')[0] ?? ''
    const body: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : null
    return { status: response.status, value: body as AnswerOf<Id>, problem: body as Problem }
  }

  /** The answer, or a failed test. */
  async get<Id extends OperationId>(id: Id, given: Parameters<typeof this.ask<Id>>[1] = {}): Promise<AnswerOf<Id>> {
    const reply = await this.ask(id, given)
    if (reply.status >= 400) throw new Error(`${id}: ${reply.status} ${JSON.stringify(reply.problem)}`)
    return reply.value
  }
}

/** Signed in as the house's first administrator. */
export async function signIn(house: House): Promise<Desk> {
  const desk = new Desk(house.url)
  await desk.get('signIn', { body: house.admin })
  return desk
}

let lastId = 0
export const commandId = (): string => `desk-command-${process.pid}-${(lastId += 1)}`

/** The example plan's workshop, its lobby open. */
export async function openWorkshop(desk: Desk) {
  const [plan] = (await desk.get('listPlans')).filter(({ isExample }) => isExample)
  if (!plan) throw new Error('there is no example plan')
  const { sessions } = await desk.get('getPlan', { params: { id: plan.id } })
  const session = sessions[0]
  if (!session) throw new Error('the example plan has no session')
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  return { planId: plan.id, sessionId: session.id }
}
