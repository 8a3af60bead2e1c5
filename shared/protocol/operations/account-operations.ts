import { z } from 'zod'
import { ServedChannel } from '../../base/channels.ts'
import { EpochMs, SeatId, Token, Uuid } from '../../base/ids.ts'
import { AccountRole } from '../../base/roles.ts'
import { Name, Nothing, byId, command } from './operation.ts'
import type { Operation } from './operation.ts'

const Email = z.email().max(200).toLowerCase()
const Password = z.string().min(10).max(200)

export const Account = z.strictObject({ id: Uuid, email: z.string(), name: z.string(), role: AccountRole })
export type Account = z.infer<typeof Account>
export const AccountEntry = z.strictObject({ ...Account.shape, isDisabled: z.boolean() })
export type AccountEntry = z.infer<typeof AccountEntry>

/** Who takes a seat, who signs in, and who has an account. */
export const accountOperations = {
  join: {
    method: 'post',
    path: '/join',
    summary:
      'Take a seat by the code, by the token of a QR code or of a door, by a ticket, or, for somebody in the hall, by a helper’s link. `seat` is a secret that the phone made: sent again, it is the same seat.',
    body: z.strictObject({
      seat: Token,
      code: z
        .string()
        .regex(/^[0-9]{6}$/)
        .optional(),
      token: Token.optional(),
      ticket: z.string().max(40).optional(),
      link: Token.optional(),
      /** with `link`: whom the seat is for; left out: somebody for whom the helper enters */
      channel: ServedChannel.optional(),
    }),
    answer: z.strictObject({
      sessionId: Uuid,
      seat: SeatId,
      title: z.string(),
      /** of a door that closes: until when it gives seats */
      closesAt: EpochMs.optional(),
    }),
  },
  signIn: {
    method: 'post',
    path: '/sign-in',
    summary: 'Sign in; the answer sets the cookie.',
    body: z.strictObject({ email: Email, password: z.string().max(200) }),
    answer: Account,
  },
  signOut: {
    method: 'post',
    path: '/sign-out',
    summary: 'Sign out of this browser.',
    body: z.strictObject({}),
    answer: Nothing,
  },
  me: { method: 'get', path: '/me', summary: 'The account that is signed in.', answer: Account },
  readInvitation: {
    method: 'get',
    path: '/invitations/:token',
    summary: 'What an invitation is for.',
    params: z.strictObject({ token: Token }),
    answer: z.strictObject({ role: AccountRole, email: z.string().nullable() }),
  },
  acceptInvitation: {
    method: 'post',
    path: '/invitations/:token/accept',
    summary: 'Make the account that an invitation is for, and sign in. The first-run link is an invitation too.',
    params: z.strictObject({ token: Token }),
    body: z.strictObject({ email: Email, name: Name, password: Password }),
    answer: Account,
  },
  listAccounts: { method: 'get', path: '/accounts', summary: 'All accounts.', answer: z.array(AccountEntry) },
  invite: {
    method: 'post',
    path: '/invitations',
    summary: 'A link with which one person makes an account of this role; it lives for 7 days and works once.',
    body: z.strictObject({ ...command, email: Email, role: AccountRole }),
    answer: z.strictObject({ url: z.string() }),
  },
  updateAccount: {
    method: 'patch',
    path: '/accounts/:id',
    summary: 'Change the role of an account, or close or reopen it.',
    params: byId,
    body: z.strictObject({ ...command, role: AccountRole.optional(), isDisabled: z.boolean().optional() }),
    answer: AccountEntry,
  },
} as const satisfies Record<string, Operation>
