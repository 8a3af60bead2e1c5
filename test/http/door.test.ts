import { beforeAll, describe, expect, it } from 'vitest'
import { fileResult } from '../../server/plan/filing.ts'
import { operations } from '../../shared/protocol/http.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planTemplates } from '../../shared/plan/template.ts'
import { draftIn, engines, gangnam, sealedVote } from '../contracts/plan-house.ts'
import { openHttpHouse, password, send } from './http-house.ts'

describe.each(engines)('the HTTP door on %s', (engine) => {
  let house: Awaited<ReturnType<typeof openHttpHouse>>
  let admin: Awaited<ReturnType<typeof house.signedIn>>
  let number = 0
  beforeAll(async () => {
    house = await openHttpHouse(engine)
    admin = await house.signedIn('admin')
  })
  const id = () => `command-${(number += 1)}`
  const ask = (path: string, sent: Parameters<typeof send>[2] = {}) =>
    send(house.base, path, { cookie: admin.cookie, ...sent })
  const makePlan = async () => {
    const answer = await ask('/plans', { body: { id: id(), templateId: planTemplates[0]!.id, plan: gangnam } })
    return operations.createPlan.answer.parse(answer.json)
  }
  const makeSession = async (plan: Plan) => {
    const answer = await ask(`/plans/${plan.id}/sessions`, { body: { id: id(), session: draftIn(plan) } })
    return operations.createSession.answer.parse(answer.json)
  }

  it('[HTTP-4] who is not signed in is told so, who may not is told that', async () => {
    const facilitator = await house.signedIn('facilitator')
    expect((await send(house.base, '/plans')).code).toBe('not_signed_in')
    expect((await send(house.base, '/accounts', { cookie: facilitator.cookie })).code).toBe('forbidden')
    const body = { id: id(), templateId: planTemplates[0]!.id, plan: gangnam }
    expect((await send(house.base, '/plans', { cookie: facilitator.cookie, body })).code).toBe('forbidden')
  })

  it('[HTTP-5] a command sent twice, also at once, counts once; the same id with other content is refused', async () => {
    const before = (await house.plans.list()).length
    const body = { id: id(), templateId: planTemplates[0]!.id, plan: gangnam }
    const answers = await Promise.all([1, 2, 3].map(() => ask('/plans', { body })))
    for (const { json } of answers) expect(json).toEqual(answers[0]!.json)
    expect((await house.plans.list()).length).toBe(before + 1)
    expect((await ask('/plans', { body: { ...body, plan: { ...gangnam, district: '서초구' } } })).code).toBe(
      'id_reused',
    )
  })

  it('[HTTP-6] links are told again, never kept', async () => {
    const session = await makeSession(await makePlan())
    const body = { id: id(), role: 'projector' }
    const [first, again] = [
      await ask(`/sessions/${session.id}/links`, { body }),
      await ask(`/sessions/${session.id}/links`, { body }),
    ]
    expect(again.json).toEqual(first.json)
    const { url } = operations.createLink.answer.parse(first.json)
    const token = url.split('/').at(-1)!
    expect(await house.accounts.linkOf(token)).toEqual({ sessionId: session.id, role: 'projector', name: '' })
    expect(JSON.stringify(await house.db.selectFrom('commands').selectAll().execute())).not.toContain(token)
  })

  it('[HTTP-7] a lobby is opened once, and a phone joins by its code', async () => {
    const session = await makeSession(await makePlan())
    const open = () => ask(`/sessions/${session.id}/open`, { body: { id: id() } })
    for (const answer of [await open(), await open()]) {
      expect(operations.openSession.answer.parse(answer.json).state).toBe('lobby')
    }
    const live = await house.live.session(session.id)
    const seat = 's'.repeat(24)
    const join = (way: object) => send(house.base, '/join', { body: { seat, ...way } })
    const { code, joinToken } = live!.state.definition
    const [byCode, byToken] = [await join({ code }), await join({ token: joinToken })]
    expect(operations.join.answer.parse(byCode.json)).toMatchObject({ sessionId: session.id, title: session.title })
    expect(byToken.json).toEqual(byCode.json)
    expect((await join({})).code).toBe('malformed')
  })

  it('[HTTP-8] after twenty wrong codes codes wait, the QR code goes on', async () => {
    const session = await makeSession(await makePlan())
    await ask(`/sessions/${session.id}/open`, { body: { id: id() } })
    const { code, joinToken } = (await house.live.session(session.id))!.state.definition
    const join = (way: object) => send(house.base, '/join', { body: { seat: 't'.repeat(24), ...way } })
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let n = 0; n < 20; n += 1) expect((await join({ code: wrong })).code).toBe('code_unknown')
    expect((await join({ code: wrong })).code).toBe('code_limited')
    expect((await join({ code })).code).toBe('code_limited')
    expect((await join({ token: joinToken })).code).toBe('ok')
  })

  it('[HTTP-9] ten wrong passwords a minute for one account; another account is not touched', async () => {
    const { email } = await house.signedIn('staff')
    const signIn = (who: string, word: string) => send(house.base, '/sign-in', { body: { email: who, password: word } })
    for (let n = 0; n < 10; n += 1) expect((await signIn(email, 'wrong')).code).toBe('wrong_password')
    expect((await signIn(email, password)).code).toBe('rate_limited')
    const answer = await signIn(admin.email.toUpperCase(), password)
    expect(answer.code).toBe('ok')
    expect(answer.headers.get('set-cookie')).toMatch(/^madang=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('[HTTP-10] signing out ends the sign-in', async () => {
    const { cookie } = await house.signedIn('staff')
    expect((await send(house.base, '/me', { cookie })).code).toBe('ok')
    expect((await send(house.base, '/sign-out', { cookie, body: {} })).code).toBe('ok')
    expect((await send(house.base, '/me', { cookie })).code).toBe('not_signed_in')
  })

  it('[HTTP-11] the list, its entries, its files and the sealed result, byte for byte', async () => {
    const plan = await makePlan()
    const result = sealedVote(await makeSession(plan), { i1: 3, i2: 1 })
    await fileResult(house.db, result)
    const tasks = operations.listTasks.answer.parse((await ask(`/plans/${plan.id}/tasks`)).json)
    expect(tasks.map(({ rank }) => rank)).toEqual([1, 2])
    const task = `/tasks/${tasks[0]!.id}`
    const edited = await ask(task, { method: 'PATCH', body: { id: id(), version: 1, title: '고침' } })
    expect(operations.editTask.answer.parse(edited.json)).toMatchObject({ title: '고침', version: 2 })
    const decide = (version: number) =>
      ask(`${task}/decision`, {
        body: { id: id(), version, decision: 'rejected', reason: version === 2 ? '예산' : '' },
      })
    expect((await decide(1)).code).toBe('reason_required')
    expect(operations.decideTask.answer.parse((await decide(2)).json).status).toBe('rejected')
    const raw = (path: string) => fetch(`${house.base}/api/v1${path}`, { headers: { cookie: admin.cookie } })
    expect(await (await raw(`/results/${result.digest}`)).text()).toBe(result.text)
    const facilitator = await house.signedIn('facilitator')
    const asFacilitator = async (path: string) =>
      (
        await fetch(`${house.base}/api/v1${path}`, { headers: { cookie: facilitator.cookie } })
      ).json() as Promise<object>
    expect(await asFacilitator(`/results/${result.digest}`)).toMatchObject({ code: 'forbidden' })
    const summary = await asFacilitator(`/results/${result.digest}/summary`)
    expect(operations.readResult.answer.parse(summary).result.ranking).toEqual([['i1'], ['i2']])
    expect(JSON.stringify(summary)).not.toMatch(/"(ballots|receipts)"/)
    for (const kind of ['xlsx', 'csv']) {
      const file = await raw(`/plans/${plan.id}/tasks.${kind}`)
      expect(file.status).toBe(200)
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%EC/)
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(50)
    }
  })

  it('[HTTP-12] pages, their parts and their headers', async () => {
    const page = async (path: string) => (await fetch(`${house.base}${path}`)).text()
    for (const path of ['/', '/j/abc']) expect(await page(path)).toContain('index')
    for (const path of ['/desk', '/desk/plans/1', '/sign-in', '/invite/x', '/console/x', '/projector/x', '/f/x']) {
      expect(await page(path)).toContain('staff')
    }
    expect(await page('/gallery')).toContain('gallery')
    const { headers } = await fetch(`${house.base}/`)
    expect(headers.get('cache-control')).toBe('no-cache')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure/)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    const part = await fetch(`${house.base}/assets/part-1.js`)
    expect(part.headers.get('cache-control')).toMatch(/immutable/)
  })

  it('[HTTP-12] a person at an unknown address gets the page that asks for the code, a program a problem', async () => {
    const ask = (path: string, accept: string, method = 'GET') =>
      fetch(`${house.base}${path}`, { method, headers: { accept } })
    const page = await ask('/nowhere', 'text/html,application/xhtml+xml,*/*;q=0.8')
    expect([page.status, await page.text()]).toEqual([404, '<title>index</title>'])
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    for (const answer of [
      await ask('/nowhere', '*/*'),
      await ask('/assets/gone.js', '*/*'),
      await ask('/nowhere', 'text/html', 'POST'),
      await ask('/api/v1/nowhere', 'text/html'),
    ]) {
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not_found' }])
    }
  })

  it('[HTTP-13] ready while both stores answer', async () => {
    const answer = await fetch(`${house.base}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, degraded: [] }])
  })
})
