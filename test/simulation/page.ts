import { createPinia, setActivePinia } from 'pinia'
import { backoffMs } from '../../client/net/backoff.ts'
import type { Wish } from '../../client/net/socket.ts'
import { useBallot } from '../../client/stores/ballot.ts'
import { useOutbox } from '../../client/stores/outbox.ts'
import { useSession } from '../../client/stores/session.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import type { Answer } from '../../shared/protocol/live.ts'
import type { Caller, Node } from './node.ts'
import type { Host } from './scheduler.ts'
import { VOTE, type Surroundings } from './surroundings.ts'

const ANSWER_WITHIN_MS = 5000
const CONNECT_WITHIN_MS = 8000
const WAKE_WITHIN_MS = 2500

/**
 * One open page with the real stores of the client (session, outbox, ballot), on a wire of the simulated network: what
 * `client/net/socket.ts` promises, a line to one node that breaks and is laid anew.
 */
export class Page {
  readonly host: Host
  outbox!: ReturnType<typeof useOutbox>
  ballot!: ReturnType<typeof useBallot>
  #session!: ReturnType<typeof useSession>
  readonly #world: Surroundings
  readonly #caller: Caller
  #node: Node
  #isOpened = false
  #isConnecting = false
  /** commands without an answer: when the line breaks, none will come */
  readonly #open = new Set<() => void>()

  /** `scope` names the seat in this browser's storage; null keeps nothing over a reload. */
  constructor(world: Surroundings, caller: Caller, name: string, scope: string | null, clockMs: number) {
    this.#world = world
    this.#caller = caller
    this.#node = world.dice.pick(world.nodes)
    this.host = { name, isGone: false, isCut: false, clockMs }
    this.do('opens', () => {
      setActivePinia(createPinia())
      this.#session = useSession()
      this.outbox = useOutbox()
      this.ballot = useBallot()
      this.#session.send = (id, wish) => this.#send(id, wish)
      this.#session.refresh = () => void this.#refresh()
      this.#session.mine = {
        seat: caller.person,
        issues: [],
        supports: [],
        answers: [],
        responses: [],
        askedForHelp: false,
        checks: [],
        ballot: null,
        channel: 'hall',
        groups: {},
      }
      this.ballot.start(scope ?? name)
      this.outbox.start(scope)
      this.#isOpened = true
      void this.#arrive()
    })
  }

  /** Something that a person does, or that happens to the page. */
  do(what: string, deed: () => void, afterMs = 0): void {
    this.#world.scheduler.after(afterMs, this.host, what, deed)
  }

  cast(ballot: Ballot): void {
    this.ballot.cast(VOTE, ballot)
  }

  /** The line breaks; the page lays another one, perhaps to the other node. */
  disconnect(): void {
    if (this.#session.link !== 'connected') return
    this.#session.link = 'lost'
    for (const giveUp of [...this.#open]) giveUp()
    void this.#connect()
  }

  /** The page is closed, or its battery is empty. */
  close(): void {
    this.host.isGone = true
  }

  get isIdle(): boolean {
    return (
      this.host.isGone || (this.#isOpened && this.outbox.pending.length === 0 && this.#session.link === 'connected')
    )
  }

  #ask<T>(what: string, withinMs: number, handle: (node: Node) => Promise<T>): Promise<T | null> {
    const node = this.#node
    return this.#world.network.ask(this.host, node.host, what, withinMs, () => handle(node))
  }

  async #arrive(): Promise<void> {
    const { token } = this.#caller
    if (token !== null) await this.#untilTaken('join', (node) => node.join(token))
    await this.#connect()
  }

  async #connect(): Promise<void> {
    if (this.#isConnecting) return
    this.#isConnecting = true
    await this.#untilTaken('connect', (node) => node.connect(this, this.#caller))
    this.#isConnecting = false
    this.#session.link = 'connected'
    void this.#refresh()
  }

  async #untilTaken(what: string, handle: (node: Node) => Promise<Answer>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      if ((await this.#ask(what, CONNECT_WITHIN_MS, handle))?.ok) return
      this.#node = this.#world.dice.pick(this.#world.nodes)
      await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt)))
    }
  }

  /** What is the seat's own, as a snapshot brings it; a line on which nothing comes is laid anew. */
  async #refresh(): Promise<void> {
    const found = await this.#ask('snapshot', WAKE_WITHIN_MS, (node) => node.snapshot(this, this.#caller))
    if (!found?.isKnown) return this.disconnect()
    if (found.ballot) this.#session.noteBallot(found.ballot)
  }

  async #send(id: string, wish: Wish): Promise<Answer | null> {
    const { history, tally } = this.#world
    if (wish.type === 'castBallot') history.sent(this.#caller.person, id, wish.revision, wish.ballot)
    if (wish.type === 'revealResult') history.revealing()
    return new Promise((resolve) => {
      const settle = (answer: Answer | null) => {
        this.#open.delete(giveUp)
        resolve(answer)
      }
      const giveUp = () => settle(null)
      this.#open.add(giveUp)
      void this.#ask(wish.type, ANSWER_WITHIN_MS, (node) => node.command(this, this.#caller, id, wish)).then(
        (answer) => {
          if (!answer) tally.add('page: no answer')
          settle(answer)
        },
      )
    })
  }
}
