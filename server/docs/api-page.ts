import { API, operations, Problem, type Operation } from '../../shared/protocol/http.ts'
import { answerOf, components, named, openApi } from './openapi.ts'
import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { namedGroup, page, type Entry, type Group } from './page.ts'
import { whoMay, type Policy } from './policy.ts'

/** The HTTP API as a page to read, grouped by the first word of the path. */
export function apiPage(policy: Policy = {}): string {
  const { info, tags } = openApi(policy)
  const entries = Object.entries(operations).map(([id, operation]) => entry(id, operation, policy))
  const groups = tags.map(({ name }): Group => {
    const own = entries.filter(({ name: path }) => path.startsWith(`${API}/${name}`))
    return { id: `on-${name}`, title: name, summary: '', entries: own }
  })
  return page({
    title: 'HTTP API',
    introduction: info.description,
    json: '/docs/api.json',
    other: { title: 'The live protocol', address: '/docs/live' },
    groups: [...groups, refusal, namedGroup(schemas, (schema) => jsonSchema(schema, 'output', 'openapi-3.1', named))],
  })
}

/* The refusal has a group of its own. */
const { Problem: _refusal, ...schemas } = components

const refusal: Group = {
  id: 'refusals',
  title: 'refusals',
  summary: 'What every operation may answer instead, with the status that belongs to the code.',
  entries: [
    {
      id: 'problem',
      name: 'application/problem+json',
      label: 'RFC 9457',
      summary: '',
      notes: [],
      parts: [{ title: 'Answer', schema: jsonSchema(Problem, 'output', 'openapi-3.1') }],
    },
  ],
}

function entry(id: string, { method, path, summary, ...rest }: Operation, policy: Policy): Entry {
  const input = (schema: Operation['body'] | undefined): JsonSchema | undefined =>
    schema && jsonSchema(schema, 'input', 'openapi-3.1')
  const answer: JsonSchema =
    typeof rest.answer === 'string' ? { type: 'string', format: rest.answer } : answerOf(rest.answer)
  const parts: [string, JsonSchema | undefined][] = [
    ['Path', input(rest.params)],
    ['Query', input(rest.query)],
    ['Body', input(rest.body)],
    [typeof rest.answer === 'string' ? `Answer, ${rest.answer}` : 'Answer', answer],
  ]
  return {
    id,
    name: `${API}${path}`,
    label: method.toUpperCase(),
    summary,
    notes: [whoMay(policy, id)],
    parts: parts.flatMap(([title, schema]) => (schema ? [{ title, schema }] : [])),
  }
}
