import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { lanAddress } from '../../server/config.ts'
import { Health, Metrics } from '../../server/health/index.ts'
import { LOOP_SLOW_MS, LoopWatch } from '../../server/health/loop.ts'
import { createMetrics } from '../../server/http/metrics.ts'
import { Live } from '../../server/live/index.ts'
import { connectVotePath, untilReady } from '../../server/redis/connect.ts'
import { API } from '../../shared/protocol/http.ts'
import { Health as Told } from '../../shared/protocol/live.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { facilitator as actor, liveNode, newId, openHall, silent } from '../harness/live.ts'
import { until } from '../harness/processes.ts'
import { codeOn, joinByPhone, Screen, secret } from '../harness/screens.ts'
import { atTheEnd, startRedis } from '../harness/services.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

async function watch(redisUrl: string, given: Partial<ConstructorParameters<typeof Health>[0]> = {}) {
  const redis = connectVotePath(redisUrl, silent)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  const live: Live = new Live({ redis, log: silent, now: Date.now, mayOpenVote: () => health.mayOpenVote() })
  const probe = () => live.probe()
  const health = new Health({ probe, dataDir: tmpdir(), metrics: new Metrics(), log: silent, ...given })
  atTheEnd(() => health.stop())
  await health.start()
  return { health, live, redis }
}

/** Nothing else runs meanwhile. */
function block(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

describe('what is watched', () => {
  it('[HEALTH-1] a store that is paused is away within four seconds, and fine again by itself', async () => {
    const store = await startRedis()
    const { health } = await watch(store.url)
    expect(health.conditions().store).toBe('fine')
    store.pause()
    await until(() => health.conditions().store === 'away', 'the store to be away', 4_000)
    store.resume()
    await until(() => health.conditions().store === 'fine', 'the store to be fine again', 4_000)
  })

  it('[HEALTH-1] a store that takes nothing new is full, until there is room again', async () => {
    const { health, redis } = await watch((await startRedis()).url)
    expect(health.conditions().store).toBe('fine')
    await redis.call('CONFIG', 'SET', 'maxmemory', '1')
    await until(() => health.conditions().store === 'full', 'the store to be full')
    await redis.call('CONFIG', 'SET', 'maxmemory', '0')
    await until(() => health.conditions().store === 'fine', 'the store to be fine again')
  })

  it('[HEALTH-3] a loop that is blocked again and again is slow; one freeze is not', { timeout: 40_000 }, async () => {
    const { health } = await watch((await startRedis()).url)
    const loop = new LoopWatch()
    atTheEnd(() => loop.stop())
    // Long enough for one freeze to be less than one in a hundred.
    await sleep(6_000)
    block(700)
    await sleep(50)
    expect(loop.delayMs()).toBeLessThan(LOOP_SLOW_MS)
    const blockedAgain = async () => {
      block(350)
      await sleep(30)
      return health.conditions().loop === 'slow'
    }
    await until(blockedAgain, 'the blocked loop to be noticed')
    await until(() => health.conditions().loop === 'fine', 'a loop that is free again')
  })

  it('[HEALTH-4] memory beyond its bound is high', async () => {
    const { url } = await startRedis()
    expect((await watch(url)).health.conditions().memory).toBe('fine')
    expect((await watch(url, { memoryBound: 1 })).health.conditions().memory).toBe('high')
  })

  it('has no word for a disk that is not ours', async () => {
    const { health } = await watch((await startRedis()).url, { dataDir: null, diskFloor: Infinity })
    expect(health.conditions()).toMatchObject({ disk: 'elsewhere', freeMegabytes: null })
    expect(health.mayOpenVote()).toBe(true)
  })
})

describe('below the floor of free space', () => {
  it('[HEALTH-2] no vote is opened and nothing is changed; all else goes on; the same id gets its answer', async () => {
    const store = await startRedis()
    const full = await watch(store.url, { diskFloor: Number.MAX_SAFE_INTEGER })
    expect(full.health.conditions().disk).toBe('full')
    expect(full.health.conditions().freeMegabytes).toBeGreaterThan(0)
    const hall = await openHall(full.live)
    const resident = await hall.join(1)
    expect(await hall.direct({ type: 'openActivity', activity: 'a1' })).toMatchObject({ ok: true })
    expect(await resident.write('상설 매장')).toMatchObject({ ok: true })
    expect(await hall.direct({ type: 'closeActivity', activity: 'a1' })).toMatchObject({ ok: true })

    const before = JSON.stringify(hall.session.state)
    const id = newId()
    const refused = { ok: false, refusal: 'disk_low' }
    expect(await hall.direct({ type: 'openActivity', activity: 'a3' }, id)).toMatchObject(refused)
    expect(JSON.stringify(hall.session.state)).toBe(before)
    expect(await resident.vote({ i1: 1 })).toMatchObject({ ok: false, refusal: 'activity_not_open' })
    expect(await hall.direct({ type: 'openActivity', activity: 'a2' })).toMatchObject({ ok: true })
    expect(await hall.direct({ type: 'closeActivity', activity: 'a2' })).toMatchObject({ ok: true })

    // Another node, whose disk has space.
    const roomy = await liveNode(store.url)
    const there = await roomy.session(hall.session.id)
    if (!there) throw new Error('the session is not there')
    const open = (command: string) =>
      roomy.act(there, 'account:1', actor, command, { type: 'openActivity', activity: 'a3' })
    expect(await open(id)).toMatchObject(refused)
    const opening = newId()
    const opened = await open(opening)
    expect(opened).toMatchObject({ ok: true })

    // What is open goes on where there is no space, and whoever asks again whether it was opened hears that it was.
    expect(await hall.direct({ type: 'setTimer', seconds: null })).toMatchObject({ ok: true })
    expect(await hall.direct({ type: 'openActivity', activity: 'a3' }, opening)).toEqual(opened)
    expect(await resident.vote({ i1: 1 })).toMatchObject({ ok: true })
    expect(await hall.direct({ type: 'closeActivity', activity: 'a3' })).toMatchObject({ ok: true })
  })
})

describe('the whole house', () => {
  async function openHouse() {
    const { house, redis } = await startHouseOnServers()
    const desk = await signIn(house)
    const { sessionId } = await openWorkshop(desk)
    const auth = (screen: string) => ({ session: sessionId, screen })
    const facilitator = await new Screen(house.url, auth('console'), { cookie: desk.cookie }).ready()
    const projector = await new Screen(house.url, auth('projector'), { cookie: desk.cookie }).ready()
    return { house, redis, sessionId, facilitator, projector, code: codeOn(facilitator) }
  }
  const toldTo = ({ received }: Screen) => received.filter(({ event }) => event === 'health')
  const lastHealth = (screen: Screen) => {
    const told = screen.received.flatMap(({ event, payload }) =>
      event === 'health' ? [payload] : event === 'snapshot' ? [(payload as { health: unknown }).health] : [],
    )
    return Told.parse(told.at(-1))
  }

  it(
    '[HEALTH-5] [HEALTH-6] consoles are told of the store and of silent phones; phones and projectors never are',
    { timeout: 90_000 },
    async () => {
      const { house, redis, facilitator, projector, code } = await openHouse()
      expect(lastHealth(facilitator)).toEqual({
        ...{ loop: 'fine', store: 'fine', memory: 'fine', silent: 0 },
        ...{ disk: 'elsewhere', freeMegabytes: null },
      })
      const times: number[] = []
      facilitator.socket.on('health', () => times.push(performance.now()))
      const [loyal, sleepy] = [await joinByPhone(house.url, code), await joinByPhone(house.url, code)]
      // A seat that was taken and never sat on.
      const body = JSON.stringify({ seat: secret(), code })
      await fetch(`${house.url}${API}/join`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      await until(() => facilitator.turnout?.joined === 3, 'three seats on the console')
      sleepy.close()
      const left = performance.now()

      redis.pause()
      await until(() => lastHealth(facilitator).store === 'away', 'the console to hear that the store is away', 6_000)
      redis.resume()
      await until(() => lastHealth(facilitator).store === 'fine', 'the console to hear that it is back', 6_000)

      await until(() => lastHealth(facilitator).silent === 2, 'two silent phones', 45_000)
      expect(performance.now() - left).toBeGreaterThan(29_000)
      const back = await new Screen(house.url, { seat: sleepy.seat }).ready()
      await until(() => lastHealth(facilitator).silent === 1, 'the phone that is back')

      const gaps = times.slice(1).map((at, n) => at - times[n]!)
      expect(Math.min(...gaps)).toBeGreaterThan(800)
      for (const screen of [loyal, sleepy, back, projector]) {
        expect(toldTo(screen)).toEqual([])
        expect(JSON.stringify(screen.received)).not.toContain('"health"')
      }
    },
  )

  it('[HEALTH-7] figures count what happened, and name nobody', async () => {
    const { house, sessionId, facilitator, projector, code } = await openHouse()
    const phones = await Promise.all([1, 2, 3].map(() => joinByPhone(house.url, code)))
    const direct = async (type: 'openActivity' | 'closeActivity', activity: string) =>
      expect(await facilitator.deliver({ type, activity })).toMatchObject({ ok: true })
    await direct('openActivity', 'a1')
    await phones[0]!.deliver({ type: 'submitIssue', activity: 'a1', text: '비밀스러운 의제' })
    await direct('closeActivity', 'a1')
    await direct('openActivity', 'a3')
    for (const phone of phones) {
      await phone.deliver({ type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: { i1: 1 } } })
    }
    await until(() => [projector, ...phones].every(({ turnout }) => turnout?.voted === 3), 'three votes on the screens')

    const text = await (await fetch(`${house.url}/metrics`)).text()
    const figure = (name: string) => Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1])
    expect(figure('madang_ballots_total')).toBe(3)
    expect(figure('madang_phones_connected')).toBe(3)
    expect(figure('madang_sessions_live')).toBe(1)
    expect(figure('madang_acknowledgement_seconds_count{command="castBallot",answer="ok"}')).toBe(3)
    expect(figure('madang_store_seconds_count')).toBeGreaterThan(0)
    expect(figure('madang_event_loop_delay_seconds')).toBeGreaterThanOrEqual(0)
    for (const event of ['update', 'turnout']) {
      const sent = phones.flatMap(({ received }) => received.filter((one) => one.event === event))
      const bytes = sent.reduce((sum, { payload }) => sum + Buffer.byteLength(JSON.stringify(payload)), 0)
      expect(figure(`madang_sent_messages_total{role="phone",event="${event}"}`)).toBe(sent.length)
      expect(figure(`madang_sent_bytes_total{role="phone",event="${event}"}`)).toBe(bytes)
    }
    const secrets = [sessionId, code, '의제', '워크숍', ...phones.map(({ seat }) => seat)]
    for (const word of secrets) expect(text).not.toContain(word)
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label))
    const ofTheProcess = ['kind', 'le', 'major', 'minor', 'patch', 'space', 'type', 'version']
    expect([...labels].filter((label) => !ofTheProcess.includes(label!)).sort()).toEqual([
      'answer',
      'command',
      'event',
      'role',
    ])
  })

  it('[HTTP-14] figures are for this machine, not for the hall nor for whom a proxy asks', async () => {
    const app = express()
    app.use(createMetrics(new Metrics()))
    const server: Server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, resolve))
    atTheEnd(() => void server.close())
    const { port } = server.address() as AddressInfo
    const ask = async (host: string, headers: Record<string, string> = {}) =>
      (await fetch(`http://${host}:${port}/metrics`, { headers })).status
    expect(await ask('127.0.0.1')).toBe(200)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      expect(await ask('127.0.0.1', { [header]: '127.0.0.1' }), header).toBe(404)
    }
    const inTheHall = lanAddress()
    if (inTheHall) expect(await ask(inTheHall)).toBe(404)
  })
})
