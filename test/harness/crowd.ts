import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createDb } from '../../server/db/connect.ts'
import type { Db } from '../../server/db/schema.ts'
import { connectVotePath, untilReady, type RedisClient } from '../../server/redis/connect.ts'
import { Live } from '../../server/live/index.ts'
import type { AgendaItem } from '../../shared/activities/index.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import { receiptOf, SealedResult } from '../../shared/results/seal.ts'
import type { Answer } from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { ConsoleView } from '../../shared/session/views.ts'
import { addressOf, Client, takeSeat } from '../bench/client.ts'
import type { House } from './house.ts'
import { broken, History } from './invariants.ts'
import { filedOf, readings, streamOf } from './known-session.ts'
import { silent } from './live.ts'
import { until } from './processes.ts'
import type { TestRedis } from './redis.ts'
import { Screen, secret, type Wish } from './screens.ts'
import { atTheEnd } from './services.ts'
import { commandId, type Desk } from './staff.ts'

/* One address of loopback is admitted 300 times a second: a crowd that is killed often comes from several. */
const ADDRESSES = 4
/* An answer that takes longer is taken for none. */
const PATIENCE_MS = 3_000

/** Back-off for tests that kill often: as the phone's, and ten times as quick. */
export const quickly = (attempt: number): number => Math.min(1_000, 50 * 2 ** attempt) * (0.5 + 0.5 * Math.random())

/** A phone that costs little: it comes back when it is cut off, and sends again, with the same id, until it is answered for good. */
export class Phone {
  /** when it last saw the state of its session, by the monotonic clock */
  seenAt = 0
  readonly #unanswered = new Set<() => void>()
  #line: Promise<Client>
  #isClosed = false

  constructor(
    private readonly url: string,
    readonly seat: string,
    private readonly n: number,
    private readonly pauseMs: (attempt: number) => number = quickly,
  ) {
    this.#line = this.#connect(0)
    atTheEnd(() => this.close())
  }

  /** With a seat, and connected. */
  static async join(url: string, code: string, n: number, pauseMs?: (attempt: number) => number): Promise<Phone> {
    const seat = secret()
    await takeSeat(url, code, seat, addressOf(n, ADDRESSES))
    const phone = new Phone(url, seat, n, pauseMs)
    await phone.#line
    return phone
  }

  /** The last word on this command. */
  async deliver(wish: Wish, id = secret()): Promise<Answer> {
    return this.#deliver({ v: PROTOCOL, id, ...wish }, {})
  }

  /** The last word on this ballot; what was sent and told meanwhile is in the history. */
  cast(vote: string, revision: number, ballot: Ballot, history: History, id = secret()): Promise<Answer> {
    return this.#deliver(
      { v: PROTOCOL, id, type: 'castBallot', activity: vote, revision, ballot },
      {
        sent: () => history.sent(this.seat, id, revision, ballot),
        told: (answer) => history.told(this.seat, id, answer),
      },
    )
  }

  close(): void {
    this.#isClosed = true
    void this.#line.then((client) => client.close())
  }

  async #deliver(command: object, on: { sent?: () => void; told?: (answer: Answer) => void }): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const client = await this.#line
      on.sent?.()
      const answer = await this.#ask(client, command)
      if (answer) on.told?.(answer)
      if (answer && (answer.ok || !answer.retryable)) return answer
      await sleep(this.pauseMs(attempt))
    }
  }

  /** The answer, or null when there was none: whether the command was heard is then unknown. */
  #ask(client: Client, command: object): Promise<Answer | null> {
    return new Promise((resolve) => {
      const done = (answer: Answer | null) => {
        clearTimeout(timer)
        this.#unanswered.delete(giveUp)
        resolve(answer)
      }
      const giveUp = () => done(null)
      const timer = setTimeout(giveUp, PATIENCE_MS)
      this.#unanswered.add(giveUp)
      void client.ask('command', command).then((text) => done(JSON.parse(text) as Answer))
    })
  }

  async #connect(pauses: number): Promise<Client> {
    for (let attempt = pauses; ; attempt += 1) {
      if (attempt > 0) await sleep(this.pauseMs(attempt - 1))
      try {
        let isIn = false
        const client = await Client.open({
          url: this.url,
          auth: { seat: this.seat },
          address: addressOf(this.n, ADDRESSES),
          onEvent: (event) => {
            if (event === 'snapshot') this.seenAt = performance.now()
          },
          onGone: () => isIn && this.#lost(),
        })
        isIn = true
        return client
      } catch (error) {
        if (this.#isClosed) throw error
      }
    }
  }

  #lost(): void {
    for (const giveUp of [...this.#unanswered]) giveUp()
    if (this.#isClosed) return
    this.#line = this.#connect(1)
    this.#line.catch(() => undefined)
  }
}

/** Three of the ten issues. */
export const someBallot = (random: () => number): Ballot => {
  const first = Math.floor(random() * 10)
  return { stickers: Object.fromEntries([0, 3, 7].map((step) => [`i${1 + ((first + step) % 10)}`, 1])) }
}

/** A hall with so many votes (`a1`, `a2` …) on ten issues, steered without a screen. */
export interface Hall {
  sessionId: string
  planId: string
  joinUrl: string
  code: string
  view(): ConsoleView
  voted(): number | null
  /** phones that are connected now */
  connected(): number
  direct(wish: Wish): Promise<void>
  phones(howMany: number, pauseMs?: (attempt: number) => number): Promise<Phone[]>
}

export async function openVotes(house: House, desk: Desk, votes: number): Promise<Hall> {
  const { sessionId, planId } = await createVotes(desk, votes)
  const screen = await new Screen(house.url, { session: sessionId, screen: 'console' }, { cookie: desk.cookie }).ready()
  const view = (): ConsoleView => {
    if (screen.latest?.role !== 'console') throw new Error('this is not a console')
    return screen.latest.view
  }
  const hall: Hall = {
    sessionId,
    planId,
    joinUrl: view().joinUrl,
    code: view().code,
    view,
    voted: () => screen.turnout?.voted ?? null,
    connected: () => screen.turnout?.connected ?? 0,
    async direct(wish) {
      const answer = await screen.deliver(wish)
      if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
    },
    phones: (howMany, pauseMs) =>
      Promise.all(Array.from({ length: howMany }, (_, n) => Phone.join(house.url, hall.code, n, pauseMs))),
  }
  const author = await Phone.join(house.url, hall.code, 0)
  await hall.direct({ type: 'openActivity', activity: 'a0' })
  for (let n = 1; n <= 10; n += 1) {
    await author.deliver({ type: 'submitIssue', activity: 'a0', text: `${n}번 의제`, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a0' })
  author.close()
  return hall
}

async function createVotes(desk: Desk, votes: number) {
  const collect: AgendaItem = {
    id: 'a0',
    kind: 'collect',
    title: '의제 모으기',
    minutes: 5,
    settings: { askDetail: false, askField: false, perPerson: 10 },
  }
  const agenda = Array.from({ length: votes }, (_, n): AgendaItem => ({
    id: `a${n + 1}`,
    kind: 'vote',
    title: `${n + 1}번째 투표`,
    minutes: 5,
    settings: { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } },
  }))
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  const session = await desk.get('createSession', {
    params: { id: plan.id },
    body: {
      id: commandId(),
      session: {
        stageId: plan.stages[1]!.id,
        kind: 'workshop',
        title: '의제발굴 워크숍',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [collect, ...agenda],
      },
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  return { sessionId: session.id, planId: plan.id }
}

/** Both stores of a house, as somebody who looks behind it. */
export interface Behind {
  redis: RedisClient
  live: Live
  db: Db
}

export async function lookBehind(redisUrl: string, databaseUrl: string): Promise<Behind> {
  const redis = connectVotePath(redisUrl, silent)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  pool.on('error', () => undefined)
  const db = createDb(pool)
  atTheEnd(() => db.destroy())
  return { redis, live: new Live({ redis, log: silent, now: Date.now }), db }
}

/** Closes the vote; resolves when the facilitator was told so. */
export async function closeVote(hall: Hall, vote: string, history: History): Promise<void> {
  await hall.direct({ type: 'closeActivity', activity: vote })
  history.closed()
}

/** What became of a closed vote: its result, whose ballots it counts, and which invariants do not hold. */
export interface Sealed {
  result: SealedResult
  /** commands whose ballots count */
  counted: (id: string) => boolean
  broken: string[]
}

/** All seals that this process has looked at, for the promise that marks add up at every one. */
export const seals = { looked: 0, broken: [] as string[] }

/** Waits for the seal, reveals, waits for the filing, and holds all of it against what the phones were told. */
export async function sealAndCheck(hall: Hall, vote: string, history: History, behind: Behind): Promise<Sealed> {
  const phase = () => hall.view().agenda.find(({ id }) => id === vote)
  await until(() => phase()?.phase === 'sealed', `the seal of ${vote}`)
  const nodes = [behind.live]
  const sealed = await readings(nodes, hall.sessionId, vote)
  history.revealing()
  await hall.direct({ type: 'revealResult', activity: vote })
  await until(() => phase()?.filed === true, `the filing of ${vote}`)
  sealed.push(...(await readings(nodes, hall.sessionId, vote)))
  const filed = await filedOf(behind.db, hall.sessionId, vote)
  const text = filed.results[0]?.text ?? sealed[0]
  if (text === undefined) throw new Error(`there is no result of ${vote}`)
  const remains = { vote, sealed: [...sealed, text], entries: await streamOf(behind.redis, hall.sessionId), filed }
  const found = broken(history, remains)
  seals.looked += 1
  seals.broken.push(...found.filter((what) => what.startsWith('marks add up')))
  const result = SealedResult.parse(JSON.parse(text))
  const receipts = new Set(result.receipts)
  return { result, counted: (id) => receipts.has(receiptOf(id)), broken: found }
}

/** A resident who changes the ballot again and again until the vote is closed; `acked` counts for all of them. */
export async function recast(
  phone: Phone,
  vote: string,
  history: History,
  { random, acked }: { random: () => number; acked: () => void },
): Promise<void> {
  for (let revision = 1; ; revision += 1) {
    const answer = await phone.cast(vote, revision, someBallot(random), history)
    if (!answer.ok && answer.code === 'vote_closed') return
    if (!answer.ok) throw new Error(`a ballot was refused: ${answer.code}`)
    acked()
    // Four ballots a second is what one participant may send.
    await sleep(250 + random() * 100)
  }
}

export type Victim = 'app' | 'redis'

/** kill -9, and started again. */
export async function killOne(victim: Victim, house: House, redis: TestRedis): Promise<void> {
  if (victim === 'app') await house.kill().then(() => house.start())
  else await redis.kill().then(() => redis.restart())
}

/** So many of each, in an order that the seed decides. */
export function victims(apps: number, stores: number, random: () => number): Victim[] {
  const all = [...Array<Victim>(apps).fill('app'), ...Array<Victim>(stores).fill('redis')]
  return all
    .map((victim) => ({ victim, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ victim }) => victim)
}

/**
 * Opens a vote, has every phone fire one ballot, and closes it in the midst of them. Answers how many were recorded and
 * how many refused as closed, and whatever is neither, or was told one thing and is another.
 */
export async function closeUnderFire(
  hall: Hall,
  phones: readonly Phone[],
  vote: string,
  random: () => number,
  behind: Behind,
) {
  const spreadMs = 2 * phones.length
  const history = new History()
  await hall.direct({ type: 'openActivity', activity: vote })
  const firing = phones.map(async (phone) => {
    await sleep(random() * spreadMs)
    const id = secret()
    const answer = await phone.cast(vote, 1, someBallot(random), history, id)
    return { id, code: answer.ok ? 'ok' : answer.code }
  })
  await sleep((0.2 + 0.6 * random()) * spreadMs)
  await closeVote(hall, vote, history)
  const told = await Promise.all(firing)
  const sealed = await sealAndCheck(hall, vote, history, behind)
  const between = told.filter(({ id, code }) => code !== (sealed.counted(id) ? 'ok' : 'vote_closed'))
  const ok = told.filter(({ code }) => code === 'ok').length
  const problems = [
    ...sealed.broken,
    ...between.map(({ id, code }) => `${id} was told ${code} and is ${sealed.counted(id) ? '' : 'not '}counted`),
    ...(sealed.result.accepted === ok ? [] : [`${sealed.result.accepted} counted of ${ok} recorded`]),
  ]
  return { ok, closed: told.length - ok, broken: problems }
}
