import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { createDb } from '../../server/db/connect.ts'
import { keys } from '../../server/live/keys.ts'
import { scripts } from '../../server/live/scripts.ts'
import { connectVotePath, untilReady } from '../../server/redis/connect.ts'
import type { Answer, Health } from '../../shared/protocol/live.ts'
import type { ConsoleView } from '../../shared/session/views.ts'
import { startHouse } from '../harness/house.ts'
import { broken, History } from '../harness/invariants.ts'
import { filedOf, streamOf } from '../harness/known-session.ts'
import { silent } from '../harness/live.ts'
import { until } from '../harness/processes.ts'
import { startProxy } from '../harness/proxy.ts'
import { codeOn, joinByPhone, Screen, secret, type Wish } from '../harness/screens.ts'
import { atTheEnd, createDatabase, startRedis } from '../harness/services.ts'
import { commandId, signIn } from '../harness/staff.ts'

export type Building = Awaited<ReturnType<typeof build>>
export type Session = Awaited<ReturnType<typeof openSession>>

/** A house whose every wire can be broken: to its phones, to Redis, to PostgreSQL. `store` and `db` see past the faults. */
export async function build(redisSettings: Record<string, string> = {}) {
  const redis = await startRedis(redisSettings)
  const databaseUrl = await createDatabase()
  const toRedis = await startProxy(redis.url)
  const toDatabase = await startProxy(databaseUrl)
  const house = await startHouse({ redisUrl: toRedis.url, databaseUrl: toDatabase.url })
  const toHouse = await startProxy(house.url)
  const store = connectVotePath(redis.url, silent)
  atTheEnd(() => store.disconnect())
  await untilReady(store)
  // A trap wants to see a script run, not to hear that Redis does not know it yet.
  for (const { lua } of Object.values(scripts)) await store.call('SCRIPT', 'LOAD', lua)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  pool.on('error', () => undefined)
  const db = createDb(pool)
  atTheEnd(() => db.destroy())
  return { house, redis, toRedis, toDatabase, toHouse, store, db, desk: await signIn(house) }
}

/** A session with this many votes prepared (`voteId(1)`, `voteId(2)` …) on three issues, and phones in it. */
export async function openSession(building: Building, { phones = 5, votes = 1 } = {}) {
  const { desk, house, toHouse } = building
  const [plan] = await desk.get('listPlans')
  const { sessions } = await desk.get('getPlan', { params: { id: plan!.id } })
  const example = await desk.get('getSession', { params: { id: sessions[0]!.id } })
  const settings = { method: 'stickers' as const, parameters: { perVoter: 3, perItem: 1 } }
  const collect = { askDetail: true, askField: false, perPerson: 5 }
  const { id } = await desk.get('createSession', {
    params: { id: plan!.id },
    body: {
      id: commandId(),
      session: {
        ...{ stageId: example.stageId, kind: example.kind, title: '의제발굴 워크숍', heldAt: null, place: '회의실' },
        attendance: [],
        agenda: [
          { id: 'a1', kind: 'collect', title: '무엇이 필요할까요?', minutes: 15, settings: collect },
          ...Array.from({ length: votes }, (_, n) => ({
            ...{ id: voteId(n + 1), kind: 'vote' as const, title: `${n + 1}번 투표`, minutes: 10, settings },
          })),
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id }, body: { id: commandId() } })
  const facilitator = await openConsole(building, id)
  const code = codeOn(facilitator)
  const voters = await Promise.all(Array.from({ length: phones }, () => joinByPhone(toHouse.url, code)))
  const session = { building, id, code, facilitator, phones: voters, planId: plan!.id }
  await direct(session, { type: 'openActivity', activity: 'a1' })
  const author = await joinByPhone(house.url, code)
  for (const text of ['공동 판매장', '마을 부엌', '돌봄 품앗이'])
    await author.deliver({ type: 'submitIssue', activity: 'a1', text })
  await direct(session, { type: 'closeActivity', activity: 'a1' })
  author.close()
  return session
}

export const openConsole = ({ house, desk }: Pick<Building, 'house' | 'desk'>, session: string): Promise<Screen> =>
  new Screen(house.url, { session, screen: 'console' }, { cookie: desk.cookie }).ready()

export const voteId = (n: number): string => `a${10 + n}`

/** What the facilitator wants, sent until it is answered for good. */
export async function direct({ facilitator }: Pick<Session, 'facilitator'>, wish: Wish, id = secret()): Promise<void> {
  const answer = await facilitator.deliver(wish, id)
  if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
}

export function viewOn(screen: Screen): ConsoleView {
  if (screen.latest?.role !== 'console') throw new Error('this is no console')
  return screen.latest.view
}

/** What a console was told last of how the house does. */
export function healthOn({ received }: Screen): Health | undefined {
  const told = received.flatMap(({ event, payload }) =>
    event === 'health' ? [payload] : event === 'snapshot' ? [(payload as { health: unknown }).health] : [],
  )
  return told.at(-1) as Health | undefined
}

/** Everything that Redis keeps. */
export function onDisk({ redis }: Building): string {
  const folder = join(dirname(redis.path), 'appendonlydir')
  return (
    readdirSync(folder)
      .map((file) => join(folder, file))
      // A file that a rewriting has just taken away is one that is not kept.
      .map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : ''))
      .join('\n')
  )
}

type Stickers = Record<string, number>

/** One vote of a session with its history, for the invariants. */
export class Vote {
  readonly history = new History()
  #revealing = false

  constructor(
    readonly session: Session,
    readonly id: string,
  ) {}

  /** The vote of this number, open. */
  static async open(session: Session, n = 1): Promise<Vote> {
    const vote = new Vote(session, voteId(n))
    await direct(session, { type: 'openActivity', activity: vote.id })
    await until(() => vote.phase === 'open', 'the open vote on the console')
    return vote
  }

  /** One sending of one ballot by the phone of this seat; null when there is no answer in time. */
  async cast(
    phone: Screen & { seat: string },
    stickers: Stickers,
    { revision = 1, id = secret(), patienceMs = 5_000 } = {},
  ): Promise<Answer | null> {
    const ballot = { stickers }
    this.history.sent(phone.seat, id, revision, ballot)
    try {
      const answer = await phone.send({ type: 'castBallot', activity: this.id, revision, ballot }, id, patienceMs)
      this.history.told(phone.seat, id, answer)
      return answer
    } catch {
      return null
    }
  }

  /** The same until it is answered for good, as a phone does; counts what it took. */
  async deliver(
    phone: Screen & { seat: string },
    stickers: Stickers,
    { revision = 1, id = secret(), patienceMs = 500 } = {},
  ): Promise<{ answer: Answer; silences: number; busy: number }> {
    for (let silences = 0, busy = 0; ; await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100))) {
      const answer = await this.cast(phone, stickers, { revision, id, patienceMs })
      if (answer && (answer.ok || !answer.retryable)) return { answer, silences, busy }
      if (answer) busy += 1
      else silences += 1
    }
  }

  async close(id = secret()): Promise<void> {
    await direct(this.session, { type: 'closeActivity', activity: this.id }, id)
    this.history.closed()
  }

  /** ballots in the store now */
  stored(): Promise<number> {
    return this.session.building.store.hlen(keys.ballots(this.session.id, this.id))
  }

  /** the bytes of the sealed result, or null */
  sealedText(): Promise<string | null> {
    return this.session.building.store.hget(keys.sealed(this.session.id), this.id)
  }

  get phase(): string | undefined {
    return viewOn(this.session.facilitator).agenda.find(({ id }) => id === this.id)?.phase
  }

  get isFiled(): boolean {
    return viewOn(this.session.facilitator).agenda.find(({ id }) => id === this.id)?.filed === true
  }

  async reveal(): Promise<void> {
    if (!this.#revealing) this.history.revealing()
    this.#revealing = true
    await direct(this.session, { type: 'revealResult', activity: this.id })
    await until(() => this.phase === 'revealed', 'the reveal on the console')
  }

  /** Closed, sealed, revealed and filed; what then does not hold of the rules of every vote. */
  async end(): Promise<string[]> {
    await this.close()
    return this.settle()
  }

  /** The same for a vote that is closed. */
  async settle(): Promise<string[]> {
    await until(() => this.phase === 'sealed' || this.phase === 'revealed', 'the seal')
    const sealed = await this.sealedText()
    await this.reveal()
    await until(() => this.isFiled, 'the result to be filed')
    const { store, db } = this.session.building
    return broken(this.history, {
      vote: this.id,
      sealed: [sealed, await this.sealedText()].filter((text) => text !== null),
      entries: await streamOf(store, this.session.id),
      filed: await filedOf(db, this.session.id, this.id),
    })
  }
}
