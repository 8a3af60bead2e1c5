import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { Router } from 'express'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { engines } from '../contracts/plan-house.ts'
import { openHttpHouse, password, send } from './http-house.ts'

describe.each(engines)('the HTTP door with something broken behind it, on %s', (engine) => {
  let house: Awaited<ReturnType<typeof openHttpHouse>>
  let admin: Awaited<ReturnType<typeof house.signedIn>>
  const logged: string[] = []
  const docs = Router().get('/docs/broken', () => {
    throw new Error('a page with a mistake')
  })
  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line) => void logged.push(line) })
    house = await openHttpHouse(engine, { docs, log })
    admin = await house.signedIn('admin')
  })

  const signIn = (email: string, word = password) =>
    send(house.base, '/sign-in', { body: { email, password: word } }).then(({ code }) => code)
  /** As long as `work` takes, everything that has to do with accounts is an error. */
  const withoutAccounts = async <T>(work: () => Promise<T>): Promise<T> => {
    await sql`alter table accounts rename to accounts_away`.execute(house.db)
    return work().finally(() => sql`alter table accounts_away rename to accounts`.execute(house.db))
  }
  /** As long as `work` takes, as many passwords as may be are being hashed. */
  const inCrowd = async (work: () => Promise<void>) => {
    let isOver = false
    const one = async () => {
      while (!isOver) if ((await hashPassword(password)) === null) await setImmediate()
    }
    const crowd = Array.from({ length: 16 }, one)
    await work().finally(() => (isOver = true))
    await Promise.all(crowd)
  }

  it('[HTTP-15] an error is told as a number that is in the log, and nothing else of it', async () => {
    logged.length = 0
    const answer = await withoutAccounts(() => send(house.base, '/plans', { cookie: admin.cookie }))
    expect(answer).toMatchObject({ status: 500, code: 'internal' })
    const [number] = /[0-9a-f]{8}/.exec(answer.problem!.detail)!
    expect(logged.join()).toContain(number)
    expect(logged.join()).toContain('accounts')
    expect(JSON.stringify(answer.problem)).not.toContain('accounts')
    expect((await send(house.base, '/plans', { cookie: admin.cookie })).code).toBe('ok')
  })

  it('[HTTP-15] outside the API too; an address that cannot be is nobody’s error', async () => {
    logged.length = 0
    const broken = await fetch(`${house.base}/docs/broken`)
    expect([broken.status, await broken.json()]).toMatchObject([500, { code: 'internal' }])
    expect(logged.join()).toContain('a page with a mistake')
    logged.length = 0
    const impossible = await fetch(`${house.base}/%E0%A4%A`)
    expect([impossible.status, await impossible.json()]).toMatchObject([400, { code: 'malformed' }])
    expect(logged).toEqual([])
  })

  it('[HTTP-9] what could not be looked at was no guess: neither while the database is away nor in a crowd', async () => {
    await withoutAccounts(async () => {
      for (let n = 0; n < 11; n += 1) expect(await signIn(admin.email)).toBe('internal')
    })
    expect(await signIn(admin.email)).toBe('ok')
    await inCrowd(async () => {
      for (let n = 0; n < 11; n += 1) expect(await signIn(admin.email)).toBe('busy')
    })
    expect(await signIn(admin.email)).toBe('ok')
  })
})
