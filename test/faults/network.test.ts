import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { until } from '../harness/processes.ts'
import { Screen, secret } from '../harness/screens.ts'
import { build, direct, openSession, viewOn, Vote, type Building, type Session } from './hall.ts'

type Phone = Session['phones'][number]

let building: Building
let session: Session
beforeAll(async () => {
  building = await build()
  session = await openSession(building, { phones: 6, votes: 6 })
})

/** Another screen with the seat of this phone, past the broken network. */
const secondScreen = async ({ seat }: Phone): Promise<Phone> =>
  Object.assign(await new Screen(building.house.url, { seat }).ready(), { seat })

describe('between a phone and the server', () => {
  it('[FAULT-20] each ballot sent 50 times over 5 connections counts once, and every answer is the same', async () => {
    const vote = await Vote.open(session, 1)
    const phones = session.phones.slice(2)
    const answers = await Promise.all(
      phones.map(async (phone, p) => {
        const id = secret()
        const screens = [phone, ...(await Promise.all([1, 2, 3, 4].map(() => secondScreen(phone))))]
        const sendings = Array.from({ length: 50 }, (_, n) =>
          vote.deliver(screens[n % 5]!, p % 2 ? { i1: 1 } : { i2: 1, i3: 1 }, { id, patienceMs: 30_000 }),
        )
        const told = await Promise.all(sendings)
        for (const screen of screens.slice(1)) screen.close()
        return told.map(({ answer }) => answer)
      }),
    )
    for (const answer of answers.flat()) expect(answer).toEqual({ ok: true, revision: 1 })
    expect(answers.flat()).toHaveLength(50 * phones.length)
    expect(await vote.stored()).toBe(phones.length)
    expect(await vote.end()).toEqual([])
  })

  it('[FAULT-21] an older ballot that comes after a newer one is stale, and the newer one counts', async () => {
    const vote = await Vote.open(session, 2)
    const { toHouse } = building
    const [phone] = session.phones
    const fast = await secondScreen(phone!)
    toHouse.halfOpen()
    const late = vote.cast(phone!, { i1: 1 }, { revision: 1 })
    await until(() => toHouse.held.toServer > 0, 'the first ballot to be held up')
    expect(await vote.cast(fast, { i2: 1 }, { revision: 2 })).toEqual({ ok: true, revision: 2 })
    await toHouse.pass()
    const stored = { revision: 2, ballot: { stickers: { i2: 1 } } }
    expect(await late).toMatchObject({ ok: false, code: 'stale', stored })
    fast.close()
    expect(await vote.end()).toEqual([])
  })

  const ways = [
    ['the ballot', 'toServer', 0],
    ['its acknowledgement', 'toClient', 1],
  ] as const
  it.each(ways)(
    '[FAULT-22] %s is lost with the line: sent again, it is taken and counts once',
    async (_n, loses, stored) => {
      const vote = await Vote.open(session, 3 + stored)
      const { toHouse } = building
      const [phone] = session.phones
      const id = secret()
      const before = toHouse.swallowed[loses]
      toHouse.swallow(loses)
      const sent = vote.cast(phone!, { i1: 1 }, { id, patienceMs: 700 })
      await until(() => toHouse.swallowed[loses] > before, 'something to be lost')
      expect(await sent).toBeNull()
      expect(await vote.stored()).toBe(stored)
      await toHouse.pass()
      expect((await vote.deliver(phone!, { i1: 1 }, { id })).answer).toEqual({ ok: true, revision: 1 })
      expect(await vote.end()).toEqual([])
    },
  )

  it('[FAULT-23] an update that is lost is missed at the next one, and the screen asks for the whole', async () => {
    const { toHouse, house, desk } = building
    const screen = await new Screen(
      toHouse.url,
      { session: session.id, screen: 'console' },
      { cookie: desk.cookie },
    ).ready()
    const snapshots = () => screen.received.filter(({ event }) => event === 'snapshot').length
    const [held, had] = [screen.latest!.revision, snapshots()]
    const lost = toHouse.loseOne('"update"')
    await direct(session, { type: 'setTimer', seconds: 60 })
    await lost
    expect(screen.latest!.revision).toBe(held)
    await direct(session, { type: 'setTimer', seconds: 90 })
    await until(() => viewOn(screen).timerEndsAt === viewOn(session.facilitator).timerEndsAt, 'the same picture', 5_000)
    expect(snapshots(), 'it has asked').toBe(had + 1)
    expect(screen.latest!.view).toEqual(session.facilitator.latest!.view)
    expect(house.pid()).toBeGreaterThan(0)
    screen.close()
  })

  it('[FAULT-24] asleep, back in another network: the same seat, the present state, a late ballot is told that it does not count', async () => {
    const { toHouse } = building
    const vote = await Vote.open(session, 5)
    const [sleeper, awake] = session.phones
    expect((await vote.deliver(awake!, { i1: 1 })).answer.ok).toBe(true)
    const { seat } = sleeper!.mine!
    toHouse.halfOpen()
    const unsent = secret()
    const sent = vote.cast(sleeper!, { i2: 1 }, { id: unsent, patienceMs: 60_000 })
    await until(() => toHouse.held.toServer > 0, 'the ballot to be held up')
    await vote.close()
    await until(() => vote.phase === 'sealed', 'the seal')

    const back = await secondScreen(sleeper!)
    expect(back.mine).toMatchObject({ seat, ballot: null })
    expect(back.latest?.view.step).toMatchObject({ kind: 'vote' })
    expect((await vote.deliver(back, { i2: 1 }, { id: unsent })).answer).toMatchObject({ code: 'vote_closed' })
    // The old network delivers, much too late, what was sent in it.
    await toHouse.pass()
    expect(await sent).toMatchObject({ ok: false, code: 'vote_closed' })
    back.close()
    expect(await vote.settle()).toEqual([])
  })
})

describe('a crowd at a server that is busy', () => {
  it('[FAULT-25] 3,000 knock while it does nothing: all of them have a place to wait, and are served', async () => {
    const { house } = building
    let waiting = 0
    process.kill(house.pid(), 'SIGSTOP')
    const knocks = Array.from({ length: 3_000 }, (_, n) => knock(house.port, n, () => (waiting += 1)))
    try {
      await until(() => waiting === knocks.length, 'all to be at the door', 20_000)
    } finally {
      process.kill(house.pid(), 'SIGCONT')
    }
    const answers = await Promise.all(knocks)
    expect(answers.filter((answer) => answer !== 'HTTP/1.1 200 OK')).toEqual([])
  })
})

/** The first line of the answer, or why there was none. One address of loopback is too narrow for a crowd. */
const knock = (port: number, n: number, onWaiting: () => void): Promise<string> =>
  new Promise((resolve) => {
    const line = connect({ host: '127.0.0.1', port, localAddress: `127.0.0.${1 + (n % 8)}` })
    line.once('connect', () => {
      line.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
      onWaiting()
    })
    line.once('data', (answer) => {
      line.destroy()
      resolve(answer.toString().split('\r\n')[0]!)
    })
    line.once('error', ({ message }) => resolve(message))
    line.once('end', () => resolve('ended without an answer'))
  })
