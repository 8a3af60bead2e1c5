import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { until } from '../harness/processes.ts'
import { logLines, startHouseOnServers } from '../harness/house.ts'
import { codeOn, joinByPhone, Screen } from '../harness/screens.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

const program = join(import.meta.dirname, '../../dist/server/main.js')

describe('the whole program', () => {
  it('[MAIN-1] wrong settings: exit code 2 and one line for each mistake', () => {
    const env = {
      ...process.env,
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      PUBLIC_URL: 'madang',
      ADMIN_EMAIL: 'nobody',
    }
    const { status, stderr, stdout } = spawnSync(process.execPath, [program], { env, encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stdout).toBe('')
    const lines = stderr.trim().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ])
  })

  it('[MAIN-2] SIGTERM while a hall is connected: exit code 0 within 15 s, and everybody is back by themselves', async () => {
    const { house } = await startHouseOnServers()
    const desk = await signIn(house)
    const { sessionId } = await openWorkshop(desk)
    const auth = { session: sessionId, screen: 'console' }
    const facilitator = await new Screen(house.url, auth, { cookie: desk.cookie }).ready()
    const phones = await Promise.all(Array.from({ length: 20 }, () => joinByPhone(house.url, codeOn(facilitator))))
    const seats = phones.map(({ mine }) => mine?.seat)
    const asked = performance.now()
    expect(await house.stop()).toBe(0)
    expect(performance.now() - asked).toBeLessThan(15_000)

    for (const phone of phones) phone.mine = null
    await house.start()
    await until(() => phones.every(({ mine }) => mine !== null), 'all phones to be back')
    expect(phones.map(({ mine }) => mine?.seat)).toEqual(seats)
    await until(() => facilitator.turnout?.connected === 20, 'the console to count them')
    expect(facilitator.turnout?.joined).toBe(20)
    expect(logLines(house.output(), 50)).toEqual([])
  }, 60_000)

  it('[MAIN-3] while Redis or the database is away it says so, and says nothing false', async () => {
    const { house, redis } = await startHouseOnServers()
    const ready = async () => {
      const answer = await fetch(`${house.url}/readyz`)
      return { status: answer.status, ...((await answer.json()) as { degraded: string[] }) }
    }
    expect(await ready()).toMatchObject({ status: 200, degraded: [] })
    await redis.kill()
    expect(await ready()).toMatchObject({ status: 503, degraded: ['redis'] })
    const joining = await fetch(`${house.url}/api/v1/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seat: 'a-seat-that-cannot-be-taken', code: '123456' }),
    })
    expect(await joining.json()).toMatchObject({ code: 'busy', retryable: true, status: 503 })
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
    await redis.restart()
    await until(async () => (await ready()).status === 200, 'ready again')
  }, 60_000)
})
