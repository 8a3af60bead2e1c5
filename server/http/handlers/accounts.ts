import { ok, refuse } from '../../../shared/base/outcome.ts'
import type { Handlers, House } from '../call.ts'

type Ids =
  'signIn' | 'signOut' | 'me' | 'readInvitation' | 'acceptInvitation' | 'listAccounts' | 'invite' | 'updateAccount'

export const accountHandlers = ({ accounts, limits, publicUrl }: House): Handlers<Ids> => ({
  async signIn(call) {
    const { email, password } = call.body
    if (!(await limits.tryPassword(email))) return refuse('rate_limited')
    let isGuess = false
    try {
      const signedIn = await accounts.signIn(email, password)
      if (!signedIn.ok) {
        isGuess = signedIn.refusal === 'wrong_password'
        return signedIn
      }
      call.setCookie(accounts.cookieFor(signedIn.value.token))
      return ok(signedIn.value.account)
    } finally {
      // Busy, or the database is away: whoever has the right password must not be kept waiting for that afterwards.
      if (!isGuess) await limits.passwordWasNoGuess(email)
    }
  },

  async signOut(call) {
    await accounts.signOut(call.cookie)
    call.setCookie(accounts.endedCookie())
    return ok({ ok: true })
  },

  me: (call) => Promise.resolve(call.account ? ok(call.account) : refuse('not_signed_in')),

  readInvitation: ({ params }) => accounts.readInvitation(params.token),

  async acceptInvitation(call) {
    const accepted = await accounts.acceptInvitation(call.params.token, call.body)
    if (!accepted.ok) return accepted
    call.setCookie(accounts.cookieFor(accepted.value.token))
    return ok(accepted.value.account)
  },

  listAccounts: async () => ok(await accounts.list()),

  invite(call) {
    const token = call.secretFor('invitation')
    if (!token.ok) return Promise.resolve(token)
    const { email, role } = call.body
    return call.once(async (tx) => {
      const invited = await accounts.in.invite(tx, { token: token.value, email, role, by: call.by.id })
      return invited.ok ? ok({ url: `${publicUrl}/invite/${token.value}` }) : invited
    }, true)
  },

  updateAccount: (call) => {
    const { role, isDisabled } = call.body
    return call.once((tx) => accounts.in.update(tx, call.params.id, { role, isDisabled }))
  },
})
