import { beforeAll, describe, expect, it } from 'vitest'
import {
  Answer,
  Crew,
  Health,
  Mine,
  Snapshot,
  Turnout,
  Update,
  type SnapshotAnswer,
} from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { until } from '../harness/processes.ts'
import { logLines, startHouseOnServers, type House } from '../harness/house.ts'
import { codeOn, joinByPhone, Screen, secret, type Wish } from '../harness/screens.ts'
import { openWorkshop, signIn, type Desk } from '../harness/staff.ts'

let house: House
let desk: Desk
let hall: Awaited<ReturnType<typeof openWorkshop>>
let facilitator: Screen
let code: string

beforeAll(async () => {
  const started = await startHouseOnServers()
  house = started.house
  desk = await signIn(house)
  hall = await openWorkshop(desk)
  facilitator = await consoleOf(desk)
  code = codeOn(facilitator)
})

const consoleOf = (who: Desk, headers = {}) =>
  new Screen(house.url, { session: hall.sessionId, screen: 'console' }, { cookie: who.cookie, ...headers }).ready()

const direct = async (wish: Wish): Promise<void> => {
  const answer = await facilitator.deliver(wish)
  if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
}

const revisionNow = async (): Promise<number> => {
  const asking = facilitator.socket.timeout(3000).emitWithAck('snapshot', { v: PROTOCOL, id: secret() })
  const asked = (await asking) as SnapshotAnswer
  if (!asked.ok) throw new Error(asked.code)
  return asked.snapshot.revision
}

describe('who may connect', () => {
  const knock = (auth: object, headers?: Record<string, string>) => new Screen(house.url, auth, headers).refused()

  it('[SOCK-1] a seat, a link or a session that there is not is refused with its code and a sentence', async () => {
    expect(await knock({ seat: secret() })).toMatchObject({ ok: false, code: 'seat_unknown', retryable: false })
    expect(await knock({ link: secret() })).toMatchObject({ code: 'link_unknown' })
    expect(await knock({ session: hall.sessionId, screen: 'console' })).toMatchObject({ code: 'not_signed_in' })
    const nowhere = { session: '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1fff', screen: 'console' }
    expect(await knock(nowhere, { cookie: desk.cookie })).toMatchObject({ code: 'session_not_found' })
    expect((await knock({ seat: secret(), lang: 'en' })).message).toMatch(/seat was not found/)
    expect((await knock({ seat: secret(), lang: 'ko' })).message).toMatch(/자리를 찾지 못했습니다/)
  })

  it('[SOCK-5] another version is told which side is too old', async () => {
    expect(await knock({ seat: secret(), v: 0 })).toMatchObject({ code: 'client_too_old' })
    expect(await knock({ seat: secret(), v: PROTOCOL + 1 })).toMatchObject({ code: 'server_too_old' })
  })

  it('[SOCK-1] a role in the payload is refused, not believed', async () => {
    expect(await knock({ seat: secret(), role: 'admin' })).toMatchObject({ code: 'malformed' })
    expect(await knock({ session: hall.sessionId, screen: 'desk' })).toMatchObject({ code: 'malformed' })
  })

  it('[SOCK-4] a page of another origin cannot connect, not even with the cookie', async () => {
    const headers = { cookie: desk.cookie, origin: 'https://evil.example' }
    const screen = new Screen(house.url, { session: hall.sessionId, screen: 'console' }, headers)
    await new Promise((resolve) => screen.socket.once('connect_error', resolve))
    expect(screen.socket.connected).toBe(false)
    screen.close()
  })
})

describe('halls that let no WebSocket through', () => {
  it('[SOCK-6] long polling alone is enough, and one answer goes to each request', async () => {
    const pid = house.pid()
    const phone = await joinByPhone(house.url, code)
    phone.close()
    const polling = await new Screen(house.url, { seat: phone.seat }, {}, 'polling').ready()
    expect(polling.socket.io.engine.transport.name).toBe('polling')
    expect(await polling.send({ type: 'askForHelp', wanted: true })).toMatchObject({ ok: true })
    await until(() => polling.mine?.askedForHelp === true, 'what is mine, by polling')
    expect(await polling.send({ type: 'askForHelp', wanted: false })).toMatchObject({ ok: true })
    expect(house.pid()).toBe(pid)
    expect(logLines(house.output(), 50)).toEqual([])
  })
})

describe('what may be said', () => {
  it('[SOCK-2] what a role may not do is refused, whatever the state', async () => {
    const phone = await joinByPhone(house.url, code)
    const forbidden: Wish[] = [
      { type: 'openActivity', activity: 'a1' },
      { type: 'closeActivity', activity: 'a1' },
      { type: 'revealResult', activity: 'a3' },
      { type: 'hideIssues', issues: ['i1'], reason: 'abusive' },
      { type: 'mergeIssues', into: 'i1', issues: ['i2'] },
      { type: 'undo' },
      { type: 'closeSession' },
      { type: 'setJoining', open: false },
      { type: 'setTimer', seconds: 60 },
    ]
    for (const wish of forbidden)
      expect(await phone.send(wish), wish.type).toMatchObject({ ok: false, code: 'forbidden' })
    const ballot: Wish = { type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: {} } }
    expect(await facilitator.send(ballot)).toMatchObject({ code: 'forbidden' })
    const { url } = await desk.get('createLink', {
      params: { id: hall.sessionId },
      body: { id: secret(), role: 'projector' },
    })
    const projector = await new Screen(house.url, { link: url.split('/').at(-1) }).ready()
    expect(projector.latest?.role).toBe('projector')
    expect(await projector.send({ type: 'openActivity', activity: 'a1' })).toMatchObject({ code: 'forbidden' })
  })

  const v = PROTOCOL
  const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)])
  const hostile: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a string', 'openActivity'],
    ['a list', [{ v, id: secret(), type: 'undo' }]],
    ['no id', { v, type: 'undo' }],
    ['a short id', { v, id: 'x', type: 'undo' }],
    ['no version', { id: secret(), type: 'undo' }],
    ['an unknown command', { v, id: secret(), type: 'dropEverything' }],
    ['a stranger among the members', { v, id: secret(), type: 'undo', role: 'admin' }],
    ['__proto__', JSON.parse(`{"v":${v},"id":"${secret()}","type":"undo","__proto__":{"role":"admin"}}`)],
    ['a seat of somebody else', { v, id: secret(), type: 'submitIssue', activity: 'a1', text: 'x', author: 'p1' }],
    [
      'a weight',
      { v, id: secret(), type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: {} }, weight: 9 },
    ],
    [
      'more stickers than anybody has',
      { v, id: secret(), type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: { i1: -500 } } },
    ],
    [
      'half a sticker',
      { v, id: secret(), type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: { i1: 0.5 } } },
    ],
    [
      'a revision of no number',
      { v, id: secret(), type: 'castBallot', activity: 'a3', revision: 'NaN', ballot: { stickers: {} } },
    ],
    ['a deep nest', { v, id: secret(), type: 'undo', nest: nest(3000) }],
    ['bytes', { v, id: secret(), type: 'submitIssue', activity: 'a1', text: Buffer.from('bytes') }],
    ['a function for a text', { v, id: secret(), type: 'submitIssue', activity: 'a1', text: { toString: 'x' } }],
  ]

  it.each(hostile)('[SOCK-2] %s is malformed, and changes nothing', async (_name, message) => {
    const before = await revisionNow()
    const phone = await joinByPhone(house.url, code)
    const answer = await (phone.socket.timeout(3000).emitWithAck('command', message) as Promise<Answer>)
    expect(answer).toMatchObject({ ok: false, code: 'malformed', retryable: false })
    expect(Answer.parse(answer)).toEqual(answer)
    expect(await revisionNow()).toBe(before)
  })

  it('[SOCK-2] no acknowledgement, wrong events and too many arguments pass without a trace', async () => {
    const phone = await joinByPhone(house.url, code)
    phone.socket.emit('command', { v, id: secret(), type: 'undo' })
    phone.socket.emit('command')
    phone.socket.emit('command', 1, 2, 3, () => undefined)
    phone.socket.emit('update', { role: 'console' })
    phone.socket.emit('constructor', {}, () => undefined)
    expect(await phone.send({ type: 'askForHelp', wanted: false })).toMatchObject({ ok: true })
  })

  it('[SOCK-2] an oversized message closes at most its own connection', async () => {
    const pid = house.pid()
    const [loud, quiet] = [await joinByPhone(house.url, code), await joinByPhone(house.url, code)]
    const closed = new Promise((resolve) => loud.socket.once('disconnect', resolve))
    loud.socket.emit('command', { v, id: secret(), type: 'submitIssue', activity: 'a1', text: 'x'.repeat(100_000) })
    await closed
    expect(await quiet.send({ type: 'askForHelp', wanted: false })).toMatchObject({ ok: true })
    expect(house.pid()).toBe(pid)
  })

  it('[SOCK-2] a flood from one phone is throttled, and others do not notice', async () => {
    const [loud, quiet] = [await joinByPhone(house.url, code), await joinByPhone(house.url, code)]
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => loud.send({ type: 'askForHelp', wanted: true })),
    )
    expect(answers.filter((answer) => !answer.ok && answer.code === 'rate_limited').length).toBeGreaterThan(100)
    expect(await quiet.send({ type: 'askForHelp', wanted: false })).toMatchObject({ ok: true })
  })
})

describe('the main job over the wire', () => {
  it('[SOCK-3] nobody is sent a standing before the reveal; all that is sent fits its schema', async () => {
    const phones = await Promise.all(Array.from({ length: 6 }, () => joinByPhone(house.url, code)))
    await direct({ type: 'openActivity', activity: 'a1' })
    for (const [n, phone] of phones.entries()) {
      await phone.deliver({ type: 'submitIssue', activity: 'a1', text: `${n + 1}번 <b>의제</b>` })
    }
    await direct({ type: 'closeActivity', activity: 'a1' })
    await direct({ type: 'openActivity', activity: 'a3' })
    for (const phone of phones) {
      await phone.deliver({ type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: { i1: 1, i2: 1 } } })
    }
    await until(() => facilitator.turnout?.voted === 6, 'six votes on the console')
    await direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => viewOf(facilitator)?.next.does === 'revealResult', 'the seal')
    const screens = [facilitator, ...phones]
    for (const { received } of screens) expect(JSON.stringify(received)).not.toMatch(/"(score|rank|standings|voters)":/)

    await direct({ type: 'revealResult', activity: 'a3' })
    await until(() => viewOf(facilitator)?.agenda.some(({ filed }) => filed) === true, 'the result to be filed')
    await until(() => JSON.stringify(phones[0]!.latest).includes('standings'), 'the ranking on a phone')
    for (const { received } of screens) {
      for (const { event, payload } of received) {
        const schemas = { update: Update, snapshot: Snapshot, turnout: Turnout, mine: Mine, health: Health, crew: Crew }
        const schema = schemas[event as keyof typeof schemas]
        expect(schema?.parse(payload), event).toEqual(payload)
      }
    }
    const ranked = phones[0]!.latest?.view.step
    expect(ranked?.kind === 'vote' && ranked.result?.standings.slice(0, 2)).toMatchObject([
      { id: 'i1', rank: 1, tied: true, score: 6 },
      { id: 'i2', rank: 1, tied: true, score: 6 },
    ])
  })

  it('[SOCK-2] nothing in all this was an error for the house', () => {
    expect(logLines(house.output(), 50)).toEqual([])
  })
})

const viewOf = (screen: Screen) => (screen.latest?.role === 'console' ? screen.latest.view : undefined)
