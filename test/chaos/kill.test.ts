import { expect, it } from 'vitest'
import type { StickersBallot } from '../../shared/ballots/stickers.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { until } from '../harness/processes.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { codeOn, joinByPhone, Screen, type Wish } from '../harness/screens.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

const RESIDENTS = 50
const KILLS = 20

/** What one resident was told is recorded. */
interface Told {
  issues: string[]
  ballot: { revision: number; stickers: Record<string, number> } | null
}

it(`[CHAOS-1] ${RESIDENTS} residents, ${KILLS} kills of server and Redis: what was acknowledged is there, once`, async () => {
  const seed = process.env.SEED ?? String(Date.now())
  const random = seededRandom(seed)
  const { house, redis } = await startHouseOnServers()
  const desk = await signIn(house)
  const { sessionId, planId } = await openWorkshop(desk)
  const console_ = await new Screen(
    house.url,
    { session: sessionId, screen: 'console' },
    { cookie: desk.cookie },
  ).ready()
  const code = codeOn(console_)
  const phones = await Promise.all(Array.from({ length: RESIDENTS }, () => joinByPhone(house.url, code)))
  const told: Told[] = phones.map(() => ({ issues: [], ballot: null }))
  const direct = async (wish: Wish) => {
    const answer = await console_.deliver(wish)
    if (!answer.ok) throw new Error(`${wish.type}: ${answer.code} (seed ${seed})`)
  }

  const kills: string[] = []
  const killFor = async (times: number) => {
    for (let i = 0; i < times; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 500))
      const isServer = random() < 0.6
      kills.push(isServer ? 'server' : 'redis')
      if (isServer) await house.kill().then(() => house.start())
      else await redis.kill().then(() => redis.restart())
    }
  }
  const whileKilling = async (times: number, resident: (n: number, turn: number) => Promise<void>) => {
    let isOver = false
    const living = phones.map(async (_phone, n) => {
      for (let turn = 1; !isOver; turn += 1) {
        await resident(n, turn)
        await new Promise((resolve) => setTimeout(resolve, random() * 300))
      }
    })
    await killFor(times)
    isOver = true
    await Promise.all(living)
  }

  await direct({ type: 'openActivity', activity: 'a1' })
  await whileKilling(KILLS / 2, async (n, turn) => {
    if (turn > 5) return
    const text = `${n}번 참여자의 ${turn}번째 의제`
    const answer = await phones[n]!.deliver({ type: 'submitIssue', activity: 'a1', text })
    if (!answer.ok) throw new Error(`${answer.code} (seed ${seed})`)
    told[n]!.issues.push(text)
  })
  await direct({ type: 'closeActivity', activity: 'a1' })
  await direct({ type: 'openActivity', activity: 'a3' })
  await until(() => phones[0]!.latest?.view.step?.kind === 'vote', 'the vote on the phones')
  const { step } = phones[0]!.latest!.view
  const candidates = step?.kind === 'vote' ? step.candidates.map(({ id }) => id) : []
  await whileKilling(KILLS / 2, async (n, turn) => {
    const chosen = [0, 1, 2].map(() => candidates[Math.floor(random() * candidates.length)] as string)
    const stickers = Object.fromEntries(chosen.map((id) => [id, 1]))
    const answer = await phones[n]!.deliver({
      type: 'castBallot',
      activity: 'a3',
      revision: turn,
      ballot: { stickers },
    })
    if (!answer.ok) throw new Error(`${answer.code} (seed ${seed})`)
    told[n]!.ballot = { revision: turn, stickers }
  })

  const issues = console_.latest?.role === 'console' ? console_.latest.view.issues.map(({ text }) => text) : []
  const said = told.flatMap((one) => one.issues)
  expect(said.length, `seed ${seed}`).toBeGreaterThan(RESIDENTS)
  expect([...issues].sort(), `seed ${seed}`).toEqual([...said].sort())

  const stored = await Promise.all(
    phones.map(async ({ seat }) => (await new Screen(house.url, { seat }).ready()).mine?.ballot ?? null),
  )
  expect(
    stored.map(
      (ballot) => ballot && { revision: ballot.revision, stickers: (ballot.ballot as StickersBallot).stickers },
    ),
    `seed ${seed}`,
  ).toEqual(told.map(({ ballot }) => ballot))

  await direct({ type: 'closeActivity', activity: 'a3' })
  await house.kill()
  await house.start()
  await until(() => {
    const { latest } = console_
    return latest?.role === 'console' && latest.view.next.does === 'revealResult'
  }, 'the seal, by itself, after a kill')
  await direct({ type: 'revealResult', activity: 'a3' })
  await until(() => {
    const { latest } = console_
    return latest?.role === 'console' && latest.view.agenda.some(({ filed }) => filed)
  }, 'the result to be filed')

  const tasks = await desk.get('listTasks', { params: { id: planId } })
  const digest = tasks[0]?.evidence[0]?.resultDigest ?? ''
  const result = SealedResult.parse(await desk.get('getResult', { params: { digest } }))
  const counted = told.filter(({ ballot }) => ballot !== null)
  const stickers = counted.flatMap(({ ballot }) => Object.keys(ballot!.stickers))
  expect(result.accepted, `seed ${seed}`).toBe(counted.length)
  expect(result.rejected).toBe(0)
  expect(Object.values(result.scores).reduce((sum, n) => sum + n, 0)).toBe(stickers.length)
  for (const id of candidates) expect(result.scores[id]).toBe(stickers.filter((one) => one === id).length)
  expect(tasks).toHaveLength(candidates.length)
  expect(kills).toHaveLength(KILLS)
  expect(new Set(kills).size, `both were killed, seed ${seed}`).toBe(2)
}, 300_000)
