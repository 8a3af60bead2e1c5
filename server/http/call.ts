import type { Response } from 'express'
import { canonicalJson, sha256Hex } from '../../shared/base/digest.ts'
import { refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { SayRefusal } from '../../shared/i18n/refusal-text.ts'
import type { Honest } from '../../shared/results/honest.ts'
import type { Account, AnswerOf, Body, OperationId, Params, Query } from '../../shared/protocol/http.ts'
import type { LiveDefinition, SessionState } from '../../shared/session/state.ts'
import type { Accounts, Command, CommandTransaction } from '../accounts/index.ts'
import type { Exporter } from '../exports/index.ts'
import type { Live } from '../live/index.ts'
import type { Log } from '../log.ts'
import type { Plans } from '../plan/index.ts'
import type { Limits } from './limits.ts'

/** What the handlers work with. */
export interface House {
  plans: Plans
  accounts: Accounts
  live: {
    open(definition: Omit<LiveDefinition, 'code' | 'joinToken'>): Promise<Outcome<{ code: string }>>
    session(id: string): Promise<{ state: SessionState } | null>
  } & Pick<Live, 'join' | 'openDoor' | 'createTickets' | 'releaseTicket'>
  rehearse: (sessionId: string, participants: number) => Promise<Outcome<{ sessionId: string }>>
  /** how much a sealed result can bear, by its bytes and their digest */
  honest: (sealed: { text: string; digest: string }) => Promise<Honest>
  exporters: Record<'xlsx' | 'csv', Exporter>
  /** of printed paper */
  paperFont: () => Promise<Buffer>
  limits: Limits
  /** whose turn it is to join */
  admission: { enter(address: string): Promise<boolean> }
  /** commands that reach beyond the database and are not answered yet */
  underWay: Map<string, Promise<Outcome<unknown>>>
  publicUrl: string
  say: SayRefusal
  log: Log
}

/** A file instead of JSON. */
export interface FileAnswer {
  contentType: string
  bytes: Buffer | string
  /** for saving; without it the file is shown */
  fileName?: string
}

/** One call of an operation: parsed, allowed, trusted. */
export class Call<Id extends OperationId> {
  constructor(
    readonly operation: Id,
    readonly params: Params<Id>,
    readonly query: Query<Id>,
    readonly body: Body<Id>,
    readonly account: Account | null,
    readonly address: string,
    readonly cookie: string | undefined,
    private readonly house: House,
    private readonly response: Response,
  ) {}

  /** The account that calls; the policy has let nobody else through. */
  get by(): Account {
    if (!this.account) throw new Error(`${this.operation} was allowed to somebody without an account`)
    return this.account
  }

  setCookie(text: string): void {
    this.response.append('set-cookie', text)
  }

  /** Run a command in one transaction with the note that it was run: sent twice, it counts once. */
  once<T>(run: (tx: CommandTransaction) => Promise<Outcome<T>>, isSecret = false): Promise<Outcome<T>> {
    return this.house.accounts.once({ ...this.#command(), isSecret }, run)
  }

  /** The same for what reaches beyond the database, and may be repeated there: its answer is kept when it is known. */
  async onceOutside<T>(run: () => Promise<Outcome<T>>, isSecret = false): Promise<Outcome<T>> {
    const command = { ...this.#command(), isSecret }
    const name = `${command.actor} ${command.id} ${command.content}`
    const work = async () => {
      const before = await this.house.accounts.answered<T>(command)
      if (before) return before
      const outcome = await run()
      await this.house.accounts.keepAnswer(command, outcome)
      return outcome
    }
    // Sent again while it is under way: both wait for the same.
    const underWay = (this.house.underWay.get(name) as Promise<Outcome<T>> | undefined) ?? work()
    this.house.underWay.set(name, underWay)
    return underWay.finally(() => this.house.underWay.delete(name))
  }

  /** A secret for a link that this command makes; the same command gets the same one again. */
  secretFor(purpose: string): Outcome<string> {
    const held = this.house.accounts.tokenOf(this.cookie)
    if (held === null) return refuse('not_signed_in')
    return { ok: true, value: this.house.accounts.derivedToken(held, purpose, this.#command().id) }
  }

  #command(): Command {
    const { id } = this.body as { id?: unknown }
    if (typeof id !== 'string') throw new Error(`${this.operation} carries no id`)
    const { operation, params, body } = this
    return { actor: this.by.id, id, content: sha256Hex(canonicalJson({ operation, params, body })) }
  }
}

type AnswerTo<Id extends OperationId> =
  AnswerOf<Id> extends Record<never, never> ? AnswerOf<Id> | FileAnswer : FileAnswer
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Outcome<AnswerTo<Id>>>
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> }
