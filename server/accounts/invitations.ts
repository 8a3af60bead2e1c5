import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { limits } from '../../shared/base/limits.ts'
import type { AccountRole } from '../../shared/base/roles.ts'
import { cleanText } from '../../shared/base/text.ts'
import type { Db, Tx } from '../db/schema.ts'
import { hashPassword } from './passwords.ts'
import { hashOf, newToken } from './secrets.ts'
import { beginSignIn, type SignedIn } from './sign-ins.ts'

const INVITED_MS = 7 * 24 * 3_600_000

interface Invited {
  token: string
  role: AccountRole
  email: string
  by: string
}

/** Keep an invitation under its token; again with the same token changes nothing. Refuses `already_exists` (the address has an account). */
export async function invite(tx: Tx, { token, role, email, by }: Invited, at: Date): Promise<Outcome<null>> {
  const taken = await tx.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst()
  if (taken) return refuse('already_exists')
  await tx
    .insertInto('invitations')
    .values({ ...fresh(token, at), role, email, created_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return ok(null)
}

/** What an invitation is for. Refuses `link_unknown` (never made, used, or too old). */
export async function readInvitation(
  db: Db,
  token: string,
  at: Date,
): Promise<Outcome<{ role: AccountRole; email: string | null }>> {
  const row = await open(db, token, at).select(['role', 'email']).executeTakeFirst()
  return row ? ok(row) : refuse('link_unknown')
}

/**
 * Make the account that an invitation is for, and sign it in; the invitation is used up. Refuses `link_unknown`,
 * `forbidden` (it is for another address), `already_exists`, `busy`, `text_empty`, `text_unsafe` (the name).
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  person: { email: string; name: string; password: string },
  at: Date,
): Promise<Outcome<SignedIn>> {
  const name = cleanText(person.name, limits.title)
  if (!name.ok) return name
  // Before the transaction: hashing takes its time, and on PGlite a transaction holds the only connection.
  const known = await readInvitation(db, token, at)
  if (!known.ok) return known
  const passwordHash = await hashPassword(person.password)
  if (passwordHash === null) return refuse('busy')
  return db.transaction().execute(async (tx) => {
    const invitation = await open(tx, token, at).select(['role', 'email']).forUpdate().executeTakeFirst()
    if (!invitation) return refuse('link_unknown')
    if (invitation.email !== null && invitation.email !== person.email) return refuse('forbidden')
    const account = await insertAccount(tx, { ...person, name: name.value, role: invitation.role, passwordHash })
    if (!account) return refuse('already_exists')
    await tx.updateTable('invitations').set({ used_at: at }).where('token_hash', '=', hashOf(token)).execute()
    return ok({ account, token: await beginSignIn(tx, account.id, at) })
  })
}

/** Null when the address has an account. */
export async function insertAccount(
  db: Db,
  { email, name, role, passwordHash }: { email: string; name: string; role: AccountRole; passwordHash: string },
) {
  const account = await db
    .insertInto('accounts')
    .values({ id: randomUUID(), email, name, role, password_hash: passwordHash, disabled_at: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(['id', 'email', 'name', 'role'])
    .executeTakeFirst()
  return account ?? null
}

/** The token of an invitation for the first administrator, a new one at every start; null when there is an account. */
export async function firstRunInvitation(db: Db, at: Date): Promise<string | null> {
  const token = newToken()
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('invitations').where('is_first_run', '=', true).where('used_at', 'is', null).execute()
    if (await hasAccounts(tx)) return null
    await tx
      .insertInto('invitations')
      .values({ ...fresh(token, at), role: 'admin', email: null, is_first_run: true, created_by: null })
      .execute()
    return token
  })
}

/** The administrator of the settings, made when there is no account at all. */
export async function ensureAdmin(db: Db, admin: { email: string; password: string }): Promise<void> {
  if (await hasAccounts(db)) return
  const passwordHash = await hashPassword(admin.password)
  if (passwordHash === null) throw new Error('no password can be hashed at the start')
  const email = admin.email.toLowerCase()
  await insertAccount(db, { email, name: email.split('@')[0]!, role: 'admin', passwordHash })
}

const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined

const open = (db: Db, token: string, at: Date) =>
  db
    .selectFrom('invitations')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)

const fresh = (token: string, at: Date) => ({
  token_hash: hashOf(token),
  created_at: at,
  expires_at: new Date(at.getTime() + INVITED_MS),
  used_at: null,
})
