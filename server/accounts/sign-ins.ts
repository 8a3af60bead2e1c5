import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { Account } from '../../shared/protocol/http.ts'
import type { Db } from '../db/schema.ts'
import { verifyPassword } from './passwords.ts'
import { hashOf, newToken } from './secrets.ts'

const HOUR_MS = 3_600_000
/** A day in the hall; every use begins it anew. */
const SIGNED_IN_MS = 12 * HOUR_MS
/** One write per ten minutes of use is exact enough. */
const RENEW_MS = 10 * 60_000

export interface SignedIn {
  account: Account
  /** for the cookie; nowhere kept */
  token: string
}

/** Refuses `wrong_password` (also when there is no such account, or it is closed; it takes as long), `busy`. */
export async function signIn(db: Db, email: string, password: string, at: Date): Promise<Outcome<SignedIn>> {
  const account = await db
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'role', 'password_hash'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const isRight = await verifyPassword(account?.password_hash, password)
  if (isRight === null) return refuse('busy')
  if (!account || !isRight) return refuse('wrong_password')
  const { password_hash: _, ...known } = account
  return ok({ account: known, token: await beginSignIn(db, account.id, at) })
}

/** A new sign-in of this account; returns its token. Old ones of everybody are swept away. */
export async function beginSignIn(db: Db, accountId: string, at: Date): Promise<string> {
  const token = newToken()
  await db.deleteFrom('sign_ins').where('expires_at', '<', at).execute()
  await db
    .insertInto('sign_ins')
    .values({ token_hash: hashOf(token), account_id: accountId, created_at: at, expires_at: endOf(at) })
    .execute()
  return token
}

/** Signing out twice is signing out. */
export async function signOut(db: Db, token: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('token_hash', '=', hashOf(token)).execute()
}

/** Whose sign-in this is, if it has not ended and the account is open. */
export async function accountByToken(db: Db, token: string, at: Date): Promise<Account | null> {
  const row = await db
    .selectFrom('sign_ins')
    .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
    .select(['accounts.id', 'email', 'name', 'role', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', at)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { expires_at, ...account } = row
  if (endOf(at).getTime() - expires_at.getTime() > RENEW_MS) {
    await db
      .updateTable('sign_ins')
      .set({ expires_at: endOf(at) })
      .where('token_hash', '=', hashOf(token))
      .execute()
  }
  return account
}

const endOf = (at: Date): Date => new Date(at.getTime() + SIGNED_IN_MS)
