import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Parser } from '@asyncapi/parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asyncApi, liveEvents } from '../../server/docs/asyncapi.ts'
import { html, prose } from '../../server/docs/html.ts'
import { openApi } from '../../server/docs/openapi.ts'
import { createDocs } from '../../server/docs/router.ts'
import { refusalCodes } from '../../shared/base/refusals.ts'
import { operations } from '../../shared/protocol/http.ts'
import { liveCommands } from '../../shared/protocol/live.ts'

/** Of diagnostics: 0 is an error, 1 a warning, more is advice. */
const WARNING = 1

type Json = Record<string, unknown>
/** What stands at a path of the document, `undefined` where there is nothing. */
const at = (document: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document)

/** Every `$ref` of a document. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  )
}
const resolves = (document: unknown, reference: string): boolean =>
  at(document, ...reference.replace('#/', '').split('/')) !== undefined

describe('the documentation of HTTP', () => {
  const document = JSON.parse(JSON.stringify(openApi())) as Json

  it('[DOCS-1] is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it.each(Object.entries(operations))('[DOCS-2] %s is there with parameters, body and answer', (id, operation) => {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    const described = at(document, 'paths', path, operation.method)
    expect(described).toMatchObject({ operationId: id, summary: operation.summary })
    expect(at(described, 'requestBody') !== undefined).toBe('body' in operation)
    const names = (at(described, 'parameters') as { name: string }[]).map(({ name }) => name)
    const own = [...Object.keys(shapeOf(operation, 'params')), ...Object.keys(shapeOf(operation, 'query'))]
    expect(names).toEqual(own)
    const type = typeof operation.answer === 'string' ? operation.answer : 'application/json'
    expect(Object.keys(at(described, 'responses', '200', 'content') as object)).toEqual([type])
    expect(resolves(document, String(at(described, 'responses', 'default', '$ref')))).toBe(true)
  })

  it('[DOCS-3] names every refusal, and every reference leads somewhere', () => {
    expect(at(document, 'components', 'schemas', 'Problem', 'properties', 'code', 'enum')).toEqual(refusalCodes)
    const all = references(document)
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter((reference) => !resolves(document, reference))).toEqual([])
  })

  it('[DOCS-4] never says that anything goes', () => {
    expect(emptySchemas(document, [])).toEqual([])
  })

  it('[DOCS-5] changes when a schema changes', () => {
    const more = { ...operations.join, body: z.strictObject({ ...operations.join.body.shape, extra: z.int() }) }
    const changed = openApi({}, { ...operations, join: more })
    const properties = ['paths', '/join', 'post', 'requestBody', 'content', 'application/json', 'schema', 'properties']
    expect(at(changed, ...properties, 'extra')).toMatchObject({ type: 'integer' })
    expect(at(document, ...properties, 'extra')).toBeUndefined()
    expect(at(document, ...properties, 'seat')).toMatchObject({ type: 'string' })
  })

  it('[DOCS-6] says who may, where somebody told', () => {
    const told = openApi({ join: ['anyone'], getPlan: ['admin', 'staff'] })
    expect(at(told, 'paths', '/join', 'post')).toMatchObject({ description: 'Open to anyone.', security: [] })
    expect(at(told, 'paths', '/plans/{id}', 'get')).toMatchObject({ description: 'For: admin, staff.' })
  })
})

describe('the documentation of the socket', () => {
  const document = JSON.parse(JSON.stringify(asyncApi())) as Json

  it('[DOCS-1] is valid AsyncAPI 3.0', async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(document))
    expect(diagnostics.filter(({ severity }) => Number(severity) <= WARNING)).toEqual([])
  }, 60_000)

  it.each(liveCommands.map((schema) => [schema.shape.type.value, schema] as const))(
    '[DOCS-2] the command %s is there with all its members, and says what it does',
    (type, schema) => {
      const message = at(document, 'channels', 'command', 'messages', type)
      expect(message).toMatchObject({ name: type })
      expect(at(message, 'summary')).not.toBe('')
      expect(Object.keys(at(message, 'payload', 'properties') as Json)).toEqual(Object.keys(schema.shape))
      expect(at(message, 'payload', 'required')).toEqual(expect.arrayContaining(['v', 'id', 'type']))
    },
  )

  it.each(liveEvents().map((event) => [event.event, event] as const))('[DOCS-2] the event %s is there', (_, event) => {
    const key = event.event.replace('.', '_')
    const operation = at(document, 'operations', key)
    expect(operation).toMatchObject({ action: event.from === 'client' ? 'receive' : 'send' })
    expect(at(operation, 'messages')).toHaveLength(event.messages.length)
    expect(at(operation, 'reply') !== undefined).toBe(event.messages.some(({ answer }) => answer))
  })

  it('[DOCS-3] an answer brings every refusal, and every reference leads somewhere', () => {
    const answer = JSON.stringify(at(document, 'channels', 'command_ack'))
    for (const code of refusalCodes) expect(answer).toContain(`"${code}"`)
    expect(references(document).filter((reference) => !resolves(document, reference))).toEqual([])
  })

  it('[DOCS-5] changes when a schema changes', () => {
    const [first, ...rest] = liveEvents()
    const changed = asyncApi({}, [
      { ...first!, messages: [{ name: 'CONNECT', summary: 'x', payload: z.strictObject({ extra: z.int().max(7) }) }] },
      ...rest,
    ])
    const properties = ['channels', 'CONNECT', 'messages', 'CONNECT', 'payload', 'properties', 'extra']
    expect(at(changed, ...properties)).toMatchObject({ type: 'integer', maximum: 7 })
    expect(at(document, ...properties)).toBeUndefined()
  })
})

describe('the documentation as it is served', () => {
  const server = express()
    .use(createDocs({ join: ['anyone'] }))
    .listen(0, '127.0.0.1')
  let origin = ''
  beforeAll(async () => {
    if (!server.listening) await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())
  const get = (path: string, accept: string) => fetch(`${origin}${path}`, { headers: { accept } })
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

  it.each([
    ['/docs/api', 'openapi'],
    ['/docs/live', 'asyncapi'],
  ])('%s gives JSON to programs and a page to people', async (path, member) => {
    for (const [address, accept] of [
      [path, 'application/json'],
      [path, '*/*'],
      [`${path}.json`, browser],
    ] as const) {
      const answer = await get(address, accept)
      expect(answer.headers.get('content-type')).toContain('application/json')
      expect(await answer.json()).toHaveProperty(member)
    }
    const page = await get(path, browser)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('vary')).toContain('Accept')
  })

  it('[DOCS-2] the pages name everything', async () => {
    const api = await (await get('/docs/api', browser)).text()
    for (const [id, { summary }] of Object.entries(operations)) {
      expect(api).toContain(`id="${id}"`)
      expect(api).toContain(prose(summary).text)
    }
    expect(api).toContain('Open to anyone.')
    const live = await (await get('/docs/live', browser)).text()
    for (const { messages } of liveEvents())
      for (const { name } of messages) expect(live).toContain(`"message-${name}"`)
  })

  it('[DOCS-7] the pages have no script, no inline style and nothing from elsewhere', async () => {
    for (const path of ['/docs/api', '/docs/live']) {
      const page = await (await get(path, browser)).text()
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(src|href)="(?![/#])/i)
      expect(page.match(/ id="[^"]+"/g)?.length).toBe(new Set(page.match(/ id="[^"]+"/g)).size)
    }
    expect((await get('/docs/docs.css', '*/*')).headers.get('content-type')).toContain('text/css')
  })

  it('[DOCS-7] words are text, also hostile ones', () => {
    expect(html`<p title="${'"><script>'}">${['<b>', 1, html`<i>${"'&"}</i>`]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;1<i>&#39;&amp;</i></p>',
    )
  })
})

function shapeOf(operation: object, part: 'params' | 'query'): Json {
  const schema = (operation as Partial<Record<typeof part, z.ZodObject>>)[part]
  return schema?.shape ?? {}
}

/** Addresses of schemas that allow everything although somebody wrote a schema for them. */
function emptySchemas(node: unknown, path: string[]): string[] {
  if (typeof node !== 'object' || node === null) return []
  const isSchemaPlace = ['schema', 'items'].includes(path.at(-1) ?? '') || path.at(-2) === 'properties'
  if (isSchemaPlace && !Array.isArray(node) && Object.keys(node).length === 0) return [path.join('/')]
  return Object.entries(node).flatMap(([key, value]) => emptySchemas(value, [...path, key]))
}
