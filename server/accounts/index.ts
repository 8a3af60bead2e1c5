import type { Outcome } from '../../shared/base/outcome.ts'
import type { Account, AccountEntry } from '../../shared/protocol/http.ts'
import type { Db, Tx } from '../db/schema.ts'
import { listAccounts, updateAccount } from './accounts.ts'
import { cookieText, endedCookieText, tokenIn } from './cookie.ts'
import { acceptInvitation, ensureAdmin, firstRunInvitation, invite, readInvitation } from './invitations.ts'
import { createLink, linkByToken, type SessionLink } from './links.ts'
import { answered, keepAnswer, once, type Command } from './once.ts'
import { derivedToken, hashOf } from './secrets.ts'
import { accountByToken, signIn, signOut, type SignedIn } from './sign-ins.ts'

export type { Command } from './once.ts'
export type { SessionLink } from './links.ts'
export type { SignedIn } from './sign-ins.ts'
/** What a transaction of `Accounts.once` hands on to whatever takes part in it. */
export type CommandTransaction = Tx

interface AccountsParts {
  db: Db
  /** people come over HTTPS: decides the cookie's name and attributes */
  isSecure: boolean
  /** epoch ms */
  now?: () => number
}

/** Who somebody is, and that what they ask for is done once. Secrets come in and go out; SQL only sees their hashes. */
export class Accounts {
  readonly #db: Db
  readonly #isSecure: boolean
  readonly #at: () => Date
  /** For transactions of `once`. */
  readonly in = {
    invite: (tx: Tx, invited: Parameters<typeof invite>[1]) => invite(tx, invited, this.#at()),
    update: (tx: Tx, id: string, change: Parameters<typeof updateAccount>[2]) =>
      updateAccount(tx, id, change, this.#at()),
    createLink: (tx: Tx, link: Parameters<typeof createLink>[1]) => createLink(tx, link, this.#at()),
  } as const

  constructor({ db, isSecure, now = Date.now }: AccountsParts) {
    this.#db = db
    this.#isSecure = isSecure
    this.#at = () => new Date(now())
  }

  /** Whose request this is, by its `Cookie` header; being asked for makes the sign-in last. */
  async accountOf(cookieHeader: string | undefined): Promise<Account | null> {
    const token = this.tokenOf(cookieHeader)
    return token === null ? null : accountByToken(this.#db, token, this.#at())
  }

  /** The secret in the cookie; not yet known to be anybody's. */
  tokenOf(cookieHeader: string | undefined): string | null {
    return tokenIn(cookieHeader, this.#isSecure)
  }

  /** What a session link opens; null when there is none or its session is over. */
  linkOf(token: string): Promise<SessionLink | null> {
    return linkByToken(this.#db, token)
  }

  signIn(email: string, password: string): Promise<Outcome<SignedIn>> {
    return signIn(this.#db, email, password, this.#at())
  }

  async signOut(cookieHeader: string | undefined): Promise<void> {
    const token = this.tokenOf(cookieHeader)
    if (token !== null) await signOut(this.#db, token)
  }

  /** `Set-Cookie` for a new sign-in. */
  cookieFor(token: string): string {
    return cookieText(token, this.#isSecure)
  }

  /** `Set-Cookie` that ends one. */
  endedCookie(): string {
    return endedCookieText(this.#isSecure)
  }

  readInvitation(token: string): ReturnType<typeof readInvitation> {
    return readInvitation(this.#db, token, this.#at())
  }

  acceptInvitation(token: string, person: Parameters<typeof acceptInvitation>[2]): Promise<Outcome<SignedIn>> {
    return acceptInvitation(this.#db, token, person, this.#at())
  }

  list(): Promise<AccountEntry[]> {
    return listAccounts(this.#db)
  }

  /** See `once.ts`: a command runs in a transaction, counts once, and is answered alike when it is sent again. */
  once<T>(command: Command, run: (tx: CommandTransaction) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return once(this.#db, command, run, this.#at())
  }

  answered<T>(command: Command): Promise<Outcome<T> | null> {
    return answered(this.#db, command)
  }

  keepAnswer(command: Command, outcome: Outcome<unknown>): Promise<void> {
    return keepAnswer(this.#db, command, outcome, this.#at())
  }

  /** A new secret that the same command of the same holder of `from` gets again. */
  derivedToken(from: string, purpose: string, commandId: string): string {
    return derivedToken(from, purpose, commandId)
  }

  /** Names a secret without telling it. */
  nameOf(secret: string): string {
    return hashOf(secret)
  }

  /**
   * Once at the start: the administrator of the settings is made when there is no account. Returns the token of a
   * first-run invitation (`/invite/<token>`) when there still is none, else null.
   */
  async prepare(admin?: { email: string; password: string }): Promise<string | null> {
    if (admin) await ensureAdmin(this.#db, admin)
    return firstRunInvitation(this.#db, this.#at())
  }
}
