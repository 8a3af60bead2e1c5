import { Admission } from '../../server/admission/index.ts'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { Accounts } from '../../server/accounts/index.ts'
import { Metrics } from '../../server/health/index.ts'
import { exporters } from '../../server/exports/index.ts'
import { createHttp } from '../../server/http/index.ts'
import { Live } from '../../server/live/index.ts'
import type { Log } from '../../server/log.ts'
import { Plans } from '../../server/plan/index.ts'
import { connectVotePath, untilReady } from '../../server/redis/connect.ts'
import { ok } from '../../shared/base/outcome.ts'
import type { AccountRole } from '../../shared/base/roles.ts'
import { loadRefusalTexts } from '../../shared/i18n/refusal-text.ts'
import { honestOf } from '../../shared/results/honest.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import { API, Problem } from '../../shared/protocol/http.ts'
import { atTheEnd, startRedis, tempFolder } from '../harness/services.ts'
import { log, openPlanHouse, unwrap, type Engine } from '../contracts/plan-house.ts'

export const password = 'a password of ours'

/** The whole HTTP side on a real database and a real Redis, listening on a free port. */
export async function openHttpHouse(engine: Engine, given: { docs?: Router; log?: Log } = {}) {
  const publicUrl = 'http://madang.test'
  const house = await openPlanHouse(engine)
  const redis = connectVotePath((await startRedis()).path, log)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  const accounts = new Accounts({ db: house.db, isSecure: publicUrl.startsWith('https:') })
  const plans = new Plans(house.db)
  const live = new Live({ redis, log, now: Date.now })
  const app = createHttp({
    admission: new Admission(),
    ...{ accounts, plans, live, exporters, redis, publicUrl, log },
    honest: ({ text, digest }) => Promise.resolve(honestOf(SealedResult.parse(JSON.parse(text)), digest)),
    paperFont: () => readFile(join(import.meta.dirname, '../../server/exports/paper/PretendardGOV-Regular.otf')),
    say: await loadRefusalTexts(),
    rehearse: async (sessionId) => {
      const prepared = await plans.liveDefinition(sessionId)
      if (!prepared.ok) return prepared
      const id = randomUUID()
      const opened = await live.open({ ...prepared.value, sessionId: id, rehearsalOf: sessionId })
      return opened.ok ? ok({ sessionId: id }) : opened
    },
    docs: Router(),
    metrics: new Metrics(),
    checks: {
      redis: async () => void (await redis.ping()),
      database: async () => void (await house.pool.query('select 1')),
    },
    clientDir: pagesFolder(),
    ...given,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atTheEnd(() => void server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** An account of this role, made by an invitation; returns its cookie. */
  async function signedIn(role: AccountRole): Promise<{ cookie: string; email: string }> {
    const email = `${role}-${randomUUID().slice(0, 8)}@example.kr`
    const first = await accounts.prepare()
    const token = first ?? randomUUID().replaceAll('-', '')
    if (!first) {
      const [admin] = await accounts.list()
      unwrap(await house.run((tx) => accounts.in.invite(tx, { token, role, email, by: admin!.id })))
    }
    const made = unwrap(await accounts.acceptInvitation(token, { email, name: role, password }))
    return { cookie: accounts.cookieFor(made.token).split(';')[0]!, email }
  }
  return { ...house, base, accounts, plans, live, redis, signedIn }
}

/** What the pages are does not matter here, only that they are served. */
function pagesFolder(): string {
  const folder = tempFolder('client')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const page of ['index', 'staff', 'gallery'])
    writeFileSync(join(folder, `${page}.html`), `<title>${page}</title>`)
  writeFileSync(join(folder, 'assets/part-1.js'), 'export {}')
  return folder
}

interface Sent {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: unknown
  /** instead of `body`: the bytes as they are */
  raw?: string
}

/** Sends as a browser would; the answer parsed, and a problem checked by its schema. */
export async function send(base: string, path: string, { method, cookie, headers, body, raw }: Sent = {}) {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`${base}${API}${path}`, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
  })
  const json: unknown = await response.json()
  const problem = response.ok ? null : Problem.parse(json)
  return { status: response.status, headers: response.headers, json, problem, code: problem?.code ?? 'ok' }
}
