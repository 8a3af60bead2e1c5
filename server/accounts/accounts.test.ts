import { beforeEach, describe, expect, it } from 'vitest'
import {
  engines,
  makePlan,
  makeSession,
  openPlanHouse,
  unwrap,
  type PlanHouse,
} from '../../test/contracts/plan-house.ts'
import { markSession } from '../plan/session-life.ts'
import type { Account } from '../../shared/protocol/http.ts'
import { Accounts } from './index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const boss = { email: 'boss@example.kr', name: '관리자', password: '열글자가넘는비밀번호' }

describe.each(engines)('accounts on %s', (engine) => {
  let house: PlanHouse
  let accounts: Accounts
  let now = 0
  let count = 0
  let admin: Account
  let cookie: string

  beforeEach(async () => {
    house ??= await openPlanHouse(engine)
    for (const table of ['session_links', 'sign_ins', 'invitations', 'commands', 'accounts'] as const) {
      await house.db.deleteFrom(table).execute()
    }
    now = Date.UTC(2026, 3, 1)
    accounts = new Accounts({ db: house.db, isSecure: false, now: () => now })
    const first = await accounts.prepare()
    const { account, token } = unwrap(await accounts.acceptInvitation(first!, boss))
    admin = account
    cookie = `madang=${token}`
  })

  const newToken = () => `${(count += 1)}`.padStart(43, 'x')
  const invited = async (email: string, role: Account['role']) => {
    const token = newToken()
    unwrap(await house.run((tx) => accounts.in.invite(tx, { token, role, email, by: admin.id })))
    return token
  }
  const member = async (email: string, role: Account['role']) =>
    unwrap(await accounts.acceptInvitation(await invited(email, role), { ...boss, email }))
  const update = (id: string, change: Parameters<Accounts['in']['update']>[2]) =>
    house.run((tx) => accounts.in.update(tx, id, change))

  it('[ACC-3] while there is no account each start has a new first-run link; with one there is none', async () => {
    await house.db.deleteFrom('sign_ins').execute()
    await house.db.deleteFrom('invitations').execute()
    await house.db.deleteFrom('accounts').execute()
    const first = await accounts.prepare()
    const second = await accounts.prepare()
    expect(first).not.toBe(second)
    expect(await accounts.readInvitation(first!)).toMatchObject({ refusal: 'link_unknown' })
    expect(unwrap(await accounts.readInvitation(second!))).toEqual({ role: 'admin', email: null })
    unwrap(await accounts.acceptInvitation(second!, boss))
    expect(await accounts.prepare()).toBeNull()
  })

  it('[ACC-3] the administrator of the settings is made when there is none, and only then', async () => {
    await accounts.prepare({ email: 'other@example.kr', password: 'another password' })
    expect(await accounts.list()).toHaveLength(1)
    await house.db.deleteFrom('sign_ins').execute()
    await house.db.deleteFrom('invitations').execute()
    await house.db.deleteFrom('accounts').execute()
    expect(await accounts.prepare({ email: 'Other@Example.kr', password: 'another password' })).toBeNull()
    expect(unwrap(await accounts.signIn('other@example.kr', 'another password')).account.role).toBe('admin')
  })

  it('[ACC-4] a right password signs in; a wrong one, an unknown and a closed account sound alike', async () => {
    const { account } = await member('kim@example.kr', 'staff')
    expect(unwrap(await accounts.signIn('kim@example.kr', boss.password)).account).toEqual(account)
    await update(account.id, { isDisabled: true })
    for (const [email, password] of [
      ['kim@example.kr', boss.password],
      [boss.email, 'wrong password'],
      ['nobody@example.kr', boss.password],
    ] as const) {
      expect(await accounts.signIn(email, password)).toEqual({ ok: false, refusal: 'wrong_password' })
    }
  })

  it('[ACC-4] a password is the same in whatever form its letters are typed', async () => {
    expect((await accounts.signIn(boss.email, boss.password.normalize('NFD'))).ok).toBe(true)
  })

  it('[ACC-5] a sign-in lasts 12 hours from its last use, and ends at once by signing out', async () => {
    for (let hour = 0; hour < 40; hour += 10) {
      now += 10 * HOUR
      expect(await accounts.accountOf(cookie)).toEqual(admin)
    }
    now += 12 * HOUR + 1
    expect(await accounts.accountOf(cookie)).toBeNull()
    const { token } = unwrap(await accounts.signIn(boss.email, boss.password))
    await accounts.signOut(`madang=${token}`)
    await accounts.signOut(`madang=${token}`)
    expect(await accounts.accountOf(`madang=${token}`)).toBeNull()
  })

  it('[ACC-6] no secret is in the database', async () => {
    const token = await invited('kim@example.kr', 'staff')
    const everything = JSON.stringify([
      await house.db.selectFrom('sign_ins').selectAll().execute(),
      await house.db.selectFrom('invitations').selectAll().execute(),
      await house.db.selectFrom('accounts').selectAll().execute(),
    ])
    for (const secret of [cookie.slice(7), token, boss.password]) expect(everything).not.toContain(secret)
    expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  it('[ACC-7] an invitation works once, for seven days, for its address only', async () => {
    const token = await invited('kim@example.kr', 'facilitator')
    const accept = (email: string) => accounts.acceptInvitation(token, { ...boss, email })
    expect(await accept('lee@example.kr')).toMatchObject({ refusal: 'forbidden' })
    const unnamed = accounts.acceptInvitation(token, { ...boss, email: 'kim@example.kr', name: 'a\u0000b' })
    expect(await unnamed).toMatchObject({ refusal: 'text_unsafe' })
    const both = await Promise.all([accept('kim@example.kr'), accept('kim@example.kr')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await accept('kim@example.kr')).toMatchObject({ refusal: 'link_unknown' })
    const old = await invited('park@example.kr', 'staff')
    now += 7 * DAY + 1
    expect(await accounts.readInvitation(old)).toMatchObject({ refusal: 'link_unknown' })
    const taken = { token: newToken(), role: 'staff' as const, email: boss.email, by: admin.id }
    expect(await house.run((tx) => accounts.in.invite(tx, taken))).toMatchObject({ refusal: 'already_exists' })
  })

  it('[ACC-8] somebody is always left who can open accounts, also when two close each other', async () => {
    expect(await update(admin.id, { isDisabled: true })).toMatchObject({ refusal: 'last_admin' })
    expect(await update(admin.id, { role: 'staff' })).toMatchObject({ refusal: 'last_admin' })
    const { account: other } = await member('lee@example.kr', 'admin')
    const both = await Promise.all([update(admin.id, { isDisabled: true }), update(other.id, { role: 'staff' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last_admin' })
  })

  it('[ACC-9] closing an account ends its sign-ins', async () => {
    const { account, token } = await member('kim@example.kr', 'staff')
    expect(unwrap(await update(account.id, { isDisabled: true })).isDisabled).toBe(true)
    expect(await accounts.accountOf(`madang=${token}`)).toBeNull()
    await update(account.id, { isDisabled: false })
    expect(await accounts.accountOf(`madang=${token}`)).toBeNull()
  })

  it('[ACC-10] a session link opens its session until that is closed', async () => {
    const session = await makeSession(house, await makePlan(house))
    const link = {
      token: newToken(),
      sessionId: session.id,
      role: 'coFacilitator' as const,
      name: '김도움',
      by: admin.id,
    }
    unwrap(await house.run((tx) => accounts.in.createLink(tx, link)))
    await markSession(house.db, session.id, 'running')
    expect(await accounts.linkOf(link.token)).toEqual({ sessionId: session.id, role: 'coFacilitator', name: '김도움' })
    expect(await accounts.linkOf(newToken())).toBeNull()
    await markSession(house.db, session.id, 'closed')
    expect(await accounts.linkOf(link.token)).toBeNull()
    expect(await house.run((tx) => accounts.in.createLink(tx, link))).toMatchObject({ refusal: 'session_not_live' })
  })

  it('[ACC-11] the same command gets the same answer and counts once, also twice at once; another content is refused', async () => {
    const command = { actor: admin.id, id: 'command-1', content: 'a' }
    let runs = 0
    const run = () =>
      accounts.once(command, (tx) => {
        runs += 1
        return accounts.in.invite(tx, { token: newToken(), role: 'staff', email: 'kim@example.kr', by: admin.id })
      })
    const answers = await Promise.all([run(), run(), run()])
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    expect(runs).toBe(1)
    expect(await accounts.once({ ...command, content: 'b' }, () => Promise.reject(new Error('run')))).toMatchObject({
      refusal: 'id_reused',
    })
    const other = accounts.once({ ...command, actor: 'somebody else' }, () => Promise.resolve({ ok: true, value: 1 }))
    expect(await other).toEqual({ ok: true, value: 1 })
  })

  it('[ACC-12] a refused command writes nothing but its refusal; one that may succeed later can', async () => {
    const command = { actor: admin.id, id: 'command-2', content: 'a' }
    const refusing = (refusal: 'last_admin' | 'busy') =>
      accounts.once(command, async (tx) => {
        await tx.updateTable('accounts').set({ name: '바뀜' }).where('id', '=', admin.id).execute()
        return { ok: false, refusal }
      })
    expect(await refusing('busy')).toMatchObject({ refusal: 'busy' })
    expect(await refusing('last_admin')).toMatchObject({ refusal: 'last_admin' })
    const again = await accounts.once(command, () => Promise.resolve({ ok: true as const, value: 1 }))
    expect(again).toMatchObject({ refusal: 'last_admin' })
    expect((await accounts.list())[0]!.name).toBe(boss.name)
  })

  it('[ACC-13] an answer with a secret is not kept, and made again', async () => {
    const command = { actor: admin.id, id: 'command-3', content: 'a', isSecret: true }
    const run = () =>
      accounts.once(command, () =>
        Promise.resolve({ ok: true as const, value: accounts.derivedToken('secret', 'link', command.id) }),
      )
    const first = await run()
    expect(await run()).toEqual(first)
    expect(unwrap(first)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const kept = await house.db.selectFrom('commands').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(unwrap(first))
  })
})
