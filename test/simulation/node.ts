import { Closing, type PlanDoor } from '../../server/closing/index.ts'
import { keys } from '../../server/live/keys.ts'
import { Live, type LiveSession, type StoredAnswer } from '../../server/live/index.ts'
import type { RedisClient } from '../../server/redis/connect.ts'
import { refused } from '../../server/socket/receive.ts'
import type { Wish } from '../../client/net/socket.ts'
import { refuse } from '../../shared/base/outcome.ts'
import type { Answer, MyBallot } from '../../shared/protocol/live.ts'
import { facilitator, honestHere, sealHere, silent } from '../harness/live.ts'
import { Line } from './line.ts'
import type { Host } from './scheduler.ts'
import { storeOver } from './store.ts'
import { VOTE, type Surroundings } from './surroundings.ts'

export interface Stores {
  redis: RedisClient
  /** null: nobody files, and what is handed to the plan is only noted */
  plan: PlanDoor | null
}

/** Whoever asks a node: a seat's token, or null for a console. */
export interface Caller {
  /** whose ballots these are, in the history */
  person: string
  token: string | null
}

/* A close, a seal and a filing happen once in a world, a ballot many times. */
const RARE: Record<string, number> = { commitWhenFull: 10, sealVote: 10, commitFacts: 10, fileResult: 10, hvals: 10 }
const STORE_TIMEOUT_MS = 1500
const PLAN_TIMEOUT_MS = 5000

/** One node: what `server/main.ts` builds, without the sockets. It dies and comes back as another process. */
export class Node {
  /** the process; a dead one until the next is up */
  host!: Host
  readonly #world: Surroundings
  readonly #stores: Stores
  #lives = 0
  #live!: Live
  #lines: Line[] = []
  /** screens that this process knows */
  #connected = new Map<object, LiveSession>()

  constructor(
    world: Surroundings,
    stores: Stores,
    readonly name: string,
    private clockMs: number,
  ) {
    this.#world = world
    this.#stores = stores
    this.#start()
  }

  #start(): void {
    const { scheduler } = this.#world
    this.#lives += 1
    this.host = { name: `${this.name}${this.#lives}`, isGone: false, isCut: false, clockMs: this.clockMs }
    const line = (timeoutMs: number) =>
      new Line(this.#world, {
        host: this.host,
        timeoutMs,
        riskOf: (name) => RARE[name] ?? 1,
        crash: () => this.crash(),
      })
    const toStore = line(STORE_TIMEOUT_MS)
    const toPlan = line(PLAN_TIMEOUT_MS)
    this.#lines = [toStore, toPlan]
    scheduler.after(0, this.host, 'starts', () => {
      const redis = storeOver(toStore, this.#stores.redis, (name, answer) => this.#look(name, answer))
      this.#live = new Live({ redis, log: silent, now: () => Date.now() })
      this.#live.listen({
        facts: (_session, facts) => {
          if (facts.some(({ type }) => type === 'resultFiled')) this.#world.milestones.add('filed')
        },
      })
      const closing = new Closing({
        live: this.#live,
        plan: this.#planOver(toPlan),
        seal: sealHere,
        honest: honestHere,
        log: silent,
        afterFiling: () => Promise.resolve(),
      })
      // As in main: a node that cannot look for what is due does not come up.
      closing.recover().catch(() => this.crash())
    })
  }

  #planOver(line: Line): PlanDoor {
    const { plan } = this.#stores
    const { history, sealed, milestones } = this.#world
    return {
      fileRecord: (record) => line.call('fileRecord', async () => plan?.fileRecord(record)),
      markSession: (...marked) => line.call('markSession', async () => plan?.markSession(...marked)),
      fileCauses: (...filed) => line.call('fileCauses', async () => plan?.fileCauses(...filed)),
      fileResult: (result) => {
        history.filing(result.digest)
        return line.call('fileResult', async () => {
          sealed.push(result.text)
          await plan?.fileResult(result)
          milestones.add('taken by the plan')
        })
      },
    }
  }

  /** What is seen of the store from outside, right behind a command. */
  async #look(name: string, answer: unknown): Promise<void> {
    const { milestones, sealed, session, tally } = this.#world
    if (name === 'commitFacts' && answer === 'moved') tally.add('decided again, another node was first')
    if (name !== 'sealVote') return
    const outcome = /^\d+-\d+$/.test(String(answer)) ? 'done' : String(answer)
    tally.add(`seal: ${outcome}`)
    if (outcome !== 'done' && outcome !== 'sealed') return
    milestones.add('sealed')
    sealed.push((await this.#stores.redis.hget(keys.sealed(session), VOTE)) ?? '')
  }

  crash(): void {
    const { scheduler, dice, tally, milestones } = this.#world
    if (this.host.isGone) return
    tally.add('crash')
    if (milestones.has('closed') && !milestones.has('sealed')) tally.add('crash between close and seal')
    if (milestones.has('sealed') && !milestones.has('filed')) tally.add('crash between seal and filing')
    this.host.isGone = true
    for (const line of this.#lines) line.end()
    this.#connected.clear()
    scheduler.after(dice.between(100, 6000), null, `${this.name} comes back`, () => this.#start())
  }

  cutStore(): void {
    for (const line of this.#lines) line.cut()
  }

  /** The clock is set, or was wrong all the time. */
  setClock(clockMs: number): void {
    this.clockMs = this.host.clockMs = clockMs
  }

  join(token: string): Promise<Answer> {
    return this.#answering(async () => {
      const joined = await this.#live.join({ seat: token, code: this.#world.code })
      return joined.ok ? { ok: true, revision: 0 } : joined
    })
  }

  /** A screen is at the door. */
  connect(screen: object, { token }: Caller): Promise<Answer> {
    return this.#answering(async () => {
      const id = token === null ? this.#world.session : (await this.#live.seat(token))?.sessionId
      const session = id === undefined ? null : await this.#live.session(id)
      if (!session) return refuse('seat_unknown')
      this.#connected.set(screen, session)
      return { ok: true, revision: session.state.revision }
    })
  }

  /** The ballot that a phone is shown when it comes back; a process that does not know the screen shows nothing. */
  async snapshot(screen: object, { token }: Caller): Promise<{ isKnown: boolean; ballot: MyBallot | null }> {
    const session = this.#connected.get(screen)
    if (!session || token === null) return { isKnown: session !== undefined, ballot: null }
    const ballot = await this.#live.ballotOf(session, token).catch(() => null)
    return { isKnown: true, ballot }
  }

  /** A command of a connected screen; null from a process that does not know it: that line is dead. */
  async command(screen: object, { person, token }: Caller, id: string, wish: Wish): Promise<Answer | null> {
    const session = this.#connected.get(screen)
    if (!session) return null
    const { history, milestones } = this.#world
    if (wish.type === 'castBallot') {
      const answer = await this.#answering(() => this.#live.cast(session, token ?? '', id, wish))
      history.told(person, id, answer)
      this.#count(answer, id)
      return answer
    }
    const answer = await this.#answering(() => this.#live.act(session, 'account:1', facilitator, id, wish as never))
    if (answer.ok && wish.type === 'closeActivity') {
      history.closed()
      milestones.add('closed')
    }
    this.#world.tally.add(`${wish.type}: ${answer.ok ? 'ok' : answer.code}`)
    return answer
  }

  #count(answer: Answer, id: string): void {
    const { history, milestones, tally } = this.#world
    tally.add(`ballot: ${answer.ok ? 'ok' : answer.code}`)
    if (answer.ok && milestones.has('sealed')) tally.add('ballot: ok after the seal')
    if (answer.ok || answer.code !== 'vote_closed') return
    const sentAt = history.events.findIndex((event) => event.type === 'sent' && event.id === id)
    const closedAt = history.events.findIndex(({ type }) => type === 'closed')
    if (closedAt < 0 || sentAt < closedAt) tally.add('ballot: on its way while the vote was closed')
  }

  /** As `receive` of server/socket does it. */
  async #answering(work: () => Promise<StoredAnswer>): Promise<Answer> {
    const say = () => ''
    try {
      const answer = await work()
      return answer.ok ? answer : refused(answer, say, 'ko')
    } catch {
      // A connection that could not be checked.
      return refused(refuse('busy'), say, 'ko')
    }
  }
}
