import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../server/live/secrets.ts'
import { TICKET_LETTERS, ticketCode } from '../../shared/base/tickets.ts'
import { API, type BodyIn } from '../../shared/protocol/http.ts'
import { checkSealed } from '../../shared/recount/sealed.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import type { ConsoleView } from '../../shared/session/views.ts'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { codeOn, Screen, secret, type Wish } from '../harness/screens.ts'
import { commandId, signIn, type Desk } from '../harness/staff.ts'

let house: House
let redis: Awaited<ReturnType<typeof startHouseOnServers>>['redis']
let desk: Desk

beforeAll(async () => {
  ;({ house, redis } = await startHouseOnServers())
  desk = await signIn(house)
})

const profile: NonNullable<BodyIn<'createSession'>['session']['profile']> = [
  {
    attribute: 'affiliation',
    groups: [
      { id: 'g1', title: '주민', share: 90 },
      { id: 'g2', title: '단체', share: 10 },
    ],
  },
]

/** A session with one vote on three issues, its lobby open and a console at it. */
async function openSession(isPaper = true) {
  const [plan] = await desk.get('listPlans')
  const { sessions } = await desk.get('getPlan', { params: { id: plan!.id } })
  const { stageId, kind } = await desk.get('getSession', { params: { id: sessions[0]!.id } })
  const { id } = await desk.get('createSession', {
    params: { id: plan!.id },
    body: {
      id: commandId(),
      session: {
        ...{ stageId, kind, title: '의제발굴 워크숍', heldAt: null, place: '회의실', attendance: [], profile },
        agenda: [
          { id: 'a1', kind: 'collect', title: '무엇이 필요할까요?', minutes: 15, settings: {} },
          {
            ...{ id: 'a2', kind: 'vote', title: '먼저 할 일', minutes: 10 },
            settings: {
              parameters: { perVoter: 2, perItem: 1 },
              ...(isPaper && { channels: { paper: true, weights: null } }),
            },
          },
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id }, body: { id: commandId() } })
  const facilitator = new Screen(house.url, { session: id, screen: 'console' }, { cookie: desk.cookie })
  await facilitator.ready()
  const direct = async (wish: Wish) => {
    const answer = await facilitator.deliver(wish)
    if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
  }
  const view = () => facilitator.latest!.view as ConsoleView
  return { id, facilitator, direct, view, code: codeOn(facilitator) }
}
type Session = Awaited<ReturnType<typeof openSession>>

async function openVote({ direct, facilitator }: Session) {
  await direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ['공동 판매장', '마을 부엌', '돌봄 품앗이'])
    await facilitator.deliver({ type: 'submitIssue', activity: 'a1', text })
  await direct({ type: 'closeActivity', activity: 'a1' })
  await direct({ type: 'openActivity', activity: 'a2' })
}

async function knock(body: BodyIn<'join'>): Promise<string> {
  const response = await fetch(`${house.url}${API}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { code?: string; seat?: string }
  return answer.code ?? answer.seat ?? ''
}

async function sit(body: Omit<BodyIn<'join'>, 'seat'>) {
  const seat = secret()
  expect(await knock({ seat, ...body })).toMatch(/^p\d+$/)
  const phone = await new Screen(house.url, { seat }).ready()
  const vote = (stickers: Record<string, number>) =>
    phone.deliver({ type: 'castBallot', activity: 'a2', revision: 1, ballot: { stickers } })
  return Object.assign(phone, { seat, vote })
}

const linkFor = async (session: Session, role: 'helper' | 'coFacilitator', name: string): Promise<string> => {
  const body = { id: commandId(), role, name }
  const { url } = await desk.get('createLink', { params: { id: session.id }, body })
  return url.split('/').at(-1)!
}
const ticketsOf = async (session: Session, n: number): Promise<string[]> =>
  (await desk.get('createTickets', { params: { id: session.id }, body: { id: commandId(), n } })).tickets

/** Everything that Redis keeps. */
function onDisk(): string {
  const folder = join(dirname(redis.path), 'appendonlydir')
  return readdirSync(folder)
    .map((file) => join(folder, file))
    .map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : ''))
    .join('\n')
}

describe('tickets', () => {
  it('[TICKET-2] each is one seat, once, and where tickets are asked for the code alone is none', async () => {
    const session = await openSession()
    const tickets = await ticketsOf(session, 60)
    expect(new Set(tickets).size).toBe(60)
    expect(onDisk()).not.toContain(tickets[0])
    await session.direct({ type: 'setJoining', open: true, tickets: true })
    await until(() => session.view().ticketsOnly, 'the view')
    expect(await knock({ seat: secret(), code: session.code })).toBe('ticket_needed')
    const seats = tickets.slice(0, 50).map((ticket) => ({ seat: secret(), ticket }))
    const first = await Promise.all(seats.map(knock))
    expect(new Set(first).size).toBe(50)
    expect(await Promise.all(seats.map(knock))).toEqual(first)
    expect(await knock({ seat: secret(), ticket: tickets[0]!.toLowerCase() })).toBe('ticket_used')
    const twice = await Promise.all([1, 2, 3, 4].map(() => knock({ seat: secret(), ticket: tickets[55]! })))
    expect(twice.filter((answer) => answer === 'ticket_used')).toHaveLength(3)
  })

  it('[TICKET-3] a void one opens nothing; one that is freed leaves its first seat, but never in an open vote', async () => {
    const session = await openSession(false)
    const [a, b] = (await ticketsOf(session, 2)) as [string, string]
    const change = async (what: 'voidTicket' | 'freeTicket', ticket: string) => {
      const reply = await desk.ask(what, { params: { id: session.id }, body: { id: commandId(), ticket } })
      return reply.status === 200 ? 'ok' : reply.problem.code
    }
    expect(await change('voidTicket', a)).toBe('ok')
    expect(await knock({ seat: secret(), ticket: a })).toBe('ticket_void')
    expect(await change('freeTicket', a)).toBe('ok')
    const lost = await sit({ ticket: a })
    await openVote(session)
    expect(await change('freeTicket', a)).toBe('vote_open')
    expect(await change('voidTicket', b)).toBe('ok')
    expect(await lost.vote({ i1: 1 })).toMatchObject({ ok: true })
    await session.direct({ type: 'closeActivity', activity: 'a2' })
    expect(await change('freeTicket', a)).toBe('ok')
    expect(await new Screen(house.url, { seat: lost.seat }).refused()).toMatchObject({ code: 'seat_unknown' })
    expect(await knock({ seat: secret(), ticket: a })).toMatch(/^p\d+$/)
  })

  it('[TICKET-4] a mistyped letter is no guess; the sixth guess of a minute waits, and the code goes on', async () => {
    const session = await openSession()
    const [ticket] = (await ticketsOf(session, 1)) as [string]
    const mistyped = (ticket.startsWith('2') ? '3' : '2') + ticket.slice(1)
    for (let n = 0; n < 8; n += 1) expect(await knock({ seat: secret(), ticket: mistyped })).toBe('ticket_unknown')
    const guesses = [...TICKET_LETTERS].slice(0, 6).map((letter) => `${letter}${'2'.repeat(9)}`)
    const answers: string[] = []
    for (const guess of guesses) answers.push(await knock({ seat: secret(), ticket: ticketCode(guess) }))
    expect(answers).toEqual([...Array<string>(5).fill('ticket_unknown'), 'rate_limited'])
    expect(await knock({ seat: secret(), code: session.code })).toMatch(/^p\d+$/)
  })
})

describe('doors', () => {
  it('[CHANNEL-4] a link before the day gives seats of its channel until it closes; a helper’s only with the right link', async () => {
    const session = await openSession()
    const door = async (closesAt: number | null) => {
      const body = { id: commandId(), channel: 'preVote' as const, closesAt }
      return (await desk.get('createDoor', { params: { id: session.id }, body })).url.split('/').at(-1)!
    }
    const early = await sit({ token: await door(null) })
    expect(early.mine?.channel).toBe('preVote')
    expect(await knock({ seat: secret(), token: await door(Date.now() - 1000) })).toBe('door_closed')
    expect(await knock({ seat: secret(), link: secret() })).toBe('link_unknown')
    expect(await knock({ seat: secret(), link: await linkFor(session, 'coFacilitator', '김') })).toBe('forbidden')
    const link = await linkFor(session, 'helper', '이도움')
    expect((await sit({ link })).mine?.channel).toBe('helper')
    expect((await sit({ link, channel: 'shared' })).mine?.channel).toBe('shared')
    expect((await sit({ code: session.code })).mine?.channel).toBe('hall')
  })
})

describe('a vote with everyone in the room', () => {
  it('[CHANNEL-5] 40 phones, 5 on paper and 3 through a helper: counted together, reconciled, and nothing links them after', async () => {
    const session = await openSession()
    const { direct, facilitator, view } = session
    await openVote(session)
    const phones = await Promise.all(Array.from({ length: 40 }, () => sit({ code: session.code })))
    const helperLink = await linkFor(session, 'helper', '이도움')
    const served = await Promise.all([1, 2, 3].map(() => sit({ link: helperLink })))
    for (const [n, phone] of phones.entries()) {
      const told = await phone.deliver({ type: 'tellGroups', answers: { affiliation: n < 30 ? 'g1' : 'g2' } })
      expect(told).toMatchObject({ ok: true })
      expect(await phone.vote(n < 25 ? { i1: 1 } : { i2: 1, i3: 1 })).toMatchObject({ ok: true })
    }
    expect(await phones[0]!.deliver({ type: 'tellGroups', answers: { affiliation: 'g9' } })).toMatchObject({
      code: 'unknown_group',
    })
    // Changed after the ballot was cast: what counts is what was told last.
    await phones[0]!.deliver({ type: 'tellGroups', answers: { affiliation: 'g2' } })
    await until(() => phones[0]!.mine?.groups.affiliation === 'g2', 'what is its own')
    for (const seat of served) await seat.vote({ i2: 1 })

    const helper = await new Screen(house.url, { link: helperLink }).ready()
    const tally = { type: 'enterTally' as const, activity: 'a2', batch: 'b1', ballots: 5, blank: 1, invalid: 1 }
    const enter = (who: Screen, items: Record<string, number>) => who.deliver({ ...tally, items })
    expect(await enter(helper, { i1: 9 })).toMatchObject({ code: 'tally_item', message: /공동 판매장/ })
    expect(await enter(helper, { i1: 2, i3: 3 })).toMatchObject({ ok: true })
    const paper = () => view().agenda[1]!.paper!
    await until(() => paper().batches[0]?.state === 'enteredOnce', 'the first entry')
    expect(paper().batches[0]).toMatchObject({ differences: [], slips: null, by: [{ name: '이도움' }] })
    await direct({ type: 'closeActivity', activity: 'a2' })
    await until(() => view().next.does === 'finishPaper', 'the next step')
    expect(await facilitator.deliver({ type: 'finishPaper', activity: 'a2' })).toMatchObject({ code: 'tally_open' })
    expect(await enter(facilitator, { i1: 3, i3: 3 })).toMatchObject({ ok: true })
    await until(() => paper().batches[0]?.state === 'differs', 'the difference')
    expect(paper().batches[0]!.differences).toEqual([{ of: 'i1', values: [2, 3] }])
    expect(await facilitator.deliver({ type: 'finishPaper', activity: 'a2' })).toMatchObject({ code: 'tally_open' })
    expect(await enter(facilitator, { i1: 2, i3: 3 })).toMatchObject({ ok: true })
    await until(() => paper().batches[0]?.state === 'agreed', 'the agreement')
    expect(await enter(helper, { i1: 4 })).toMatchObject({ code: 'tally_agreed' })
    await direct({ type: 'setPresent', people: 50 })
    // Nothing is counted before paper is finished.
    expect(view().agenda[1]!.phase).toBe('closed')
    const links = [...phones, ...served].map(({ seat }) => hashOf(seat))
    expect(onDisk(), 'before the seal they are there').toContain('{"affiliation":"g1"}')
    await direct({ type: 'finishPaper', activity: 'a2' })
    await until(() => view().next.does === 'revealResult', 'the seal')
    await until(() => !onDisk().includes('affiliation":"g'), 'the groups to be gone from the disk', 15_000)
    expect(onDisk()).not.toMatch(/origins:a2|:groups/)
    for (const link of links) expect(onDisk()).not.toMatch(new RegExp(`${link.replace(/[-]/g, '.')}[^{]{0,40}\\{"aff`))

    await direct({ type: 'revealResult', activity: 'a2' })
    const resultOf = ({ step }: ConsoleView) => (step?.kind === 'vote' ? step.result : null)
    await until(() => resultOf(view()) !== null, 'the result')
    const shown = resultOf(view())
    expect(shown).toMatchObject({ accepted: 48, blank: 1, rejected: 0, checkIns: 49, present: 50 })
    expect(shown!.channels).toEqual([
      { id: 'hall', ballots: 40, checkIns: 40, weight: null },
      { id: 'helper', ballots: 3, checkIns: 3, weight: null },
      { id: 'paper', ballots: 5, checkIns: 6, weight: null },
    ])
    expect(shown!.pools.map(({ channels, ballots, scores }) => ({ channels, ballots, scores }))).toEqual([
      { channels: ['hall'], ballots: 40, scores: { i1: 25, i2: 15, i3: 15 } },
      { channels: ['helper', 'paper'], ballots: 8, scores: { i1: 2, i2: 3, i3: 3 } },
    ])
    const [lens] = shown!.representation
    expect(lens!.groups.map(({ ids, people }) => ({ ids, people }))).toEqual([
      { ids: ['g1'], people: 29 },
      { ids: ['g2'], people: 11 },
      { ids: [null], people: 8 },
    ])

    await until(() => view().agenda[1]!.filed, 'the filing')
    const [task] = await desk.get('listTasks', { params: { id: view().planId } })
    const { evidence } = await desk.get('getTask', { params: { id: task!.id } })
    const digest = evidence.at(-1)!.resultDigest
    const sealed = SealedResult.parse(await desk.get('getResult', { params: { digest } }))
    expect(checkSealed({ ...sealed }, sealed, digest)).toMatchObject({
      ok: true,
      value: { isDigestRight: true, differences: [] },
    })
  })
})
