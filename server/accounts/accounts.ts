import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { AccountRole } from '../../shared/base/roles.ts'
import type { AccountEntry } from '../../shared/protocol/http.ts'
import type { Db, Tx } from '../db/schema.ts'

/** All accounts, by name. */
export async function listAccounts(db: Db): Promise<AccountEntry[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'role', 'disabled_at'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(entryOf)
}

/**
 * Change the role of an account, or close or reopen it; closing it ends its sign-ins. Refuses `not_found`, `last_admin`:
 * somebody must be left who can open accounts.
 */
export async function updateAccount(
  tx: Tx,
  id: string,
  change: { role?: AccountRole | undefined; isDisabled?: boolean | undefined },
  at: Date,
): Promise<Outcome<AccountEntry>> {
  // Two administrators who close each other at the same time wait for one another here, in one order.
  const admins = await tx
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const before = await tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) return refuse('not_found')
  const role = change.role ?? before.role
  const isDisabled = change.isDisabled ?? before.disabled_at !== null
  const isLastAdmin = admins.length === 1 && admins[0]?.id === id
  if (isLastAdmin && (isDisabled || role !== 'admin')) return refuse('last_admin')
  const disabledAt = isDisabled ? (before.disabled_at ?? at) : null
  await tx.updateTable('accounts').set({ role, disabled_at: disabledAt }).where('id', '=', id).execute()
  if (isDisabled) await tx.deleteFrom('sign_ins').where('account_id', '=', id).execute()
  return ok(entryOf({ ...before, role, disabled_at: disabledAt }))
}

const entryOf = (row: {
  id: string
  email: string
  name: string
  role: AccountRole
  disabled_at: Date | null
}): AccountEntry => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  isDisabled: row.disabled_at !== null,
})
