import { beforeAll, describe, expect, it } from 'vitest'
import { planTemplates } from '../../shared/plan/template.ts'
import { engines, gangnam } from '../contracts/plan-house.ts'
import { openHttpHouse, send } from './http-house.ts'

describe.each(engines)('hostile input over HTTP on %s', (engine) => {
  let house: Awaited<ReturnType<typeof openHttpHouse>>
  let admin: string
  let number = 0
  beforeAll(async () => {
    house = await openHttpHouse(engine)
    admin = (await house.signedIn('admin')).cookie
  })
  const body = (changes: object = {}) => ({
    id: `command-${(number += 1)}`,
    templateId: planTemplates[0]!.id,
    plan: gangnam,
    ...changes,
  })
  const plans = async () => (await house.plans.list()).length

  const cases: [string, string, () => Parameters<typeof send>[2]][] = [
    ['malformed JSON', 'malformed', () => ({ raw: '{"id":' })],
    ['JSON that is no object', 'malformed', () => ({ raw: '"text"' })],
    ['nothing at all', 'malformed', () => ({ raw: '' })],
    ['an unknown member', 'malformed', () => ({ body: body({ role: 'admin' }) })],
    ['an unknown member inside', 'malformed', () => ({ body: body({ plan: { ...gangnam, isExample: true } }) })],
    ['__proto__', 'malformed', () => ({ raw: '{"__proto__":{"id":"command-x"},"templateId":"a"}' })],
    ['a wrong type', 'malformed', () => ({ body: body({ plan: { ...gangnam, periodStart: '2026' } }) })],
    ['a list for an object', 'malformed', () => ({ body: [body()] })],
    ['ten thousand levels', 'malformed', () => ({ raw: `{"id":${'['.repeat(10_000)}${']'.repeat(10_000)}}` })],
    [
      'a quarter of a megabyte and more',
      'too_large',
      () => ({ raw: JSON.stringify(body({ x: 'x'.repeat(300_000) })) }),
    ],
    ['a form', 'malformed', () => ({ raw: 'id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    ['text/plain that is JSON', 'malformed', () => ({ body: body(), headers: { 'content-type': 'text/plain' } })],
    ['a foreign page', 'foreign_origin', () => ({ body: body(), headers: { origin: 'http://evil.test' } })],
    ['a page from nowhere', 'foreign_origin', () => ({ body: body(), headers: { origin: 'null' } })],
    ['a NUL', 'text_unsafe', () => ({ body: body({ plan: { ...gangnam, district: 'a\u0000' } }) })],
    ['half a letter', 'text_unsafe', () => ({ body: body({ plan: { ...gangnam, title: 'a\ud800' } }) })],
  ]
  it.each(cases)('[HTTP-1] %s is refused as %s, and nothing changes', async (_what, code, sent) => {
    const before = await plans()
    const answers = await Promise.all(
      ['ko-KR,ko;q=0.9', 'en'].map((language) => {
        const given = sent()!
        return send(house.base, '/plans', {
          ...given,
          cookie: admin,
          headers: { 'accept-language': language, ...given.headers },
        })
      }),
    )
    expect(answers.map((answer) => answer.code)).toEqual([code, code])
    expect(answers[0]!.problem!.detail).toMatch(/[가-힣]/)
    expect(answers[1]!.problem!.detail).toMatch(/^[\x20-\x7e]+$/)
    expect(answers[0]!.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await plans()).toBe(before)
  })

  it('[HTTP-1] addresses that cannot be are refused and never end the process', async () => {
    for (const path of [
      '/plans/%E0%A4%A',
      '/plans/..%2f..%2fetc',
      '/nowhere',
      '/plans/1',
      `/results/${'g'.repeat(64)}`,
    ]) {
      const answer = await send(house.base, path, { cookie: admin })
      expect(['malformed', 'not_found']).toContain(answer.code)
    }
    expect((await fetch(`${house.base}/healthz`)).status).toBe(200)
  })

  it('[HTTP-2] from nobody 16 kB are enough', async () => {
    const raw = JSON.stringify({ seat: 'x'.repeat(20_000) })
    expect((await send(house.base, '/join', { raw })).code).toBe('too_large')
  })

  it('[HTTP-3] a page of ours may ask, under the host it was asked for and under the public address', async () => {
    for (const origin of [house.base, 'http://madang.test']) {
      const answer = await send(house.base, '/plans', { body: body(), cookie: admin, headers: { origin } })
      expect(answer.code).toBe('ok')
    }
  })
})
