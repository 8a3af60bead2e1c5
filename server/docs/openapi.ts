import { z } from 'zod'
import { Plan, PlanSummary, SessionSummary } from '../../shared/plan/plan.ts'
import { Evidence, PriorityTask, PriorityTaskDetail, TaskChange } from '../../shared/plan/priority-task.ts'
import { PlanTemplate } from '../../shared/plan/template.ts'
import { Account, AccountEntry, API, operations, Problem, type Operation } from '../../shared/protocol/http.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import { Session } from '../../shared/session/definition.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { jsonSchema, namedBy, type JsonSchema, type Named } from './json-schema.ts'
import { whoMay, type Policy } from './policy.ts'

/* What several answers are made of. An answer that is not named here stands in full where it is used. */
export const components = {
  Account,
  AccountEntry,
  Evidence,
  Plan,
  PlanSummary,
  PlanTemplate,
  PriorityTask,
  PriorityTaskDetail,
  Problem,
  SealedResult,
  Session,
  SessionSummary,
  TaskChange,
} satisfies Record<string, z.ZodType>

export const named: Named = namedBy(components, '#/components/schemas/')
const output = (schema: z.ZodType): JsonSchema => jsonSchema(schema, 'output', 'openapi-3.1', named)
/** An answer by its name, or in full. */
export const answerOf = (schema: z.ZodType): JsonSchema => {
  const name = named.names.get(schema)
  return name === undefined ? output(schema) : { $ref: `${named.at}${name}` }
}

/** The HTTP API as OpenAPI 3.1, made from the table that the router is made from. */
export function openApi(policy: Policy = {}, table: Readonly<Record<string, Operation>> = operations) {
  const paths: Record<string, Record<string, object>> = {}
  for (const [id, operation] of Object.entries(table)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: describe(id, operation, policy) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Madang (마당)',
      version: String(PROTOCOL),
      description: [
        'Plans, sessions, the priority-task list and accounts. What happens live in the hall goes over the socket: see /docs/live.',
        'Every change carries an `id` made by the client: the same id again gets the same answer and counts once.',
        'Bodies are `application/json`. A request from a page of another site is refused as `foreign_origin`.',
        'A refusal is `application/problem+json` (RFC 9457) with a `code` from a closed list.',
      ].join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API }],
    security: [{ signIn: [] }],
    tags: tagsOf(table),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, output(schema)])),
      responses: {
        Refused: {
          description: 'Refused. Nothing was changed.',
          content: { 'application/problem+json': { schema: answerOf(Problem) } },
        },
      },
      securitySchemes: {
        signIn: {
          type: 'apiKey',
          in: 'cookie',
          name: 'madang',
          description: 'Set by signing in. Over HTTPS the name is `__Host-madang`.',
        },
      },
    },
  }
}

function describe(id: string, operation: Operation, policy: Policy): object {
  const { summary, params, query, body, answer } = operation
  const isOpen = policy[id]?.includes('anyone') ?? false
  return {
    operationId: id,
    summary,
    ...(whoMay(policy, id) === '' ? {} : { description: whoMay(policy, id) }),
    tags: [tagOf(operation)],
    ...(isOpen ? { security: [] } : {}),
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(body, 'input', 'openapi-3.1') } },
          },
        }
      : {}),
    responses: {
      '200': { description: 'Done.', content: content(answer) },
      default: { $ref: '#/components/responses/Refused' },
    },
  }
}

const content = (answer: z.ZodType | string): object =>
  typeof answer === 'string'
    ? { [answer]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: answerOf(answer) } }

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  if (!schema) return []
  return Object.entries(schema.shape).map(([name, member]) => ({
    name,
    in: where,
    required: where === 'path' || !(member instanceof z.ZodOptional),
    schema: jsonSchema(member as z.ZodType, 'input', 'openapi-3.1'),
  }))
}

/** The first word of the path: `/plans/:id/tasks` is about plans. */
const tagOf = ({ path }: Operation): string => path.split('/')[1] ?? ''
const tagsOf = (table: Readonly<Record<string, Operation>>): { name: string }[] =>
  [...new Set(Object.values(table).map(tagOf))].map((name) => ({ name }))
