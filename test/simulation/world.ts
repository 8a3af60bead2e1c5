import type { PlanDoor } from '../../server/closing/index.ts'
import { keys } from '../../server/live/keys.ts'
import { Live } from '../../server/live/index.ts'
import type { RedisClient } from '../../server/redis/connect.ts'
import { forget, keysUnder } from '../../client/net/storage.ts'
import { sha256Hex } from '../../shared/base/digest.ts'
import type { DecidedCommand } from '../../shared/session/commands.ts'
import { broken, History } from '../harness/invariants.ts'
import type { filedOf } from '../harness/known-session.ts'
import { readings, streamOf } from '../harness/known-session.ts'
import { definition, facilitator, silent } from '../harness/live.ts'
import { Dice, Tally } from './dice.ts'
import { Facilitator } from './facilitator.ts'
import { Network } from './network.ts'
import { Node } from './node.ts'
import { Person } from './person.ts'
import { Scheduler } from './scheduler.ts'
import { VOTE, type Surroundings } from './surroundings.ts'
import { takeGlobals } from './virtual-globals.ts'
import { calm, weatherOf } from './weather.ts'

export interface Outside {
  redis: RedisClient
  /** the real plan, for a world whose results are filed */
  plan: (PlanDoor & { filed(session: string): ReturnType<typeof filedOf> }) | null
}

export interface Outcome {
  /** what does not hold; empty when all is well */
  broken: string[]
  trace: readonly string[]
  history: History
  tally: Tally
  ballots: number
}

/** When all troubles end, everything has to come to rest by itself within this time. */
const REST_MS = 60_000
const DAY_MS = 24 * 3600 * 1000
const seatedAuthor = { role: 'participant' as const, seat: 'p1' }

export const sessionOf = (seed: number): string => {
  const hex = sha256Hex(`session ${seed}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One vote from the lobby to the plan, in the weather of its seed. */
export async function live(seed: number, outside: Outside): Promise<Outcome> {
  const dice = new Dice(`world ${seed}`)
  const scheduler = new Scheduler()
  await outside.redis.flushdb()
  const session = sessionOf(seed)
  const code = await prepare(outside.redis, session)
  const air = { scheduler, dice, tally: new Tally(), weather: weatherOf(dice) }
  const world: Surroundings = {
    ...air,
    network: new Network(air),
    session,
    code,
    nodes: [],
    history: new History(),
    milestones: new Set(),
    sealed: [],
  }
  const putBack = takeGlobals(scheduler, dice)
  try {
    const found = await play(world, outside)
    return {
      ...world,
      trace: scheduler.trace,
      ballots: sentIn(world.history),
      broken: found.length > 0 ? found : await judge(world, outside),
    }
  } finally {
    putBack()
    for (const key of keysUnder('madang.')) forget(key)
  }
}

const sentIn = ({ events }: History): number =>
  new Set(events.flatMap((event) => (event.type === 'sent' ? [event.id] : []))).size

/** A session whose issues are collected: the same in every world, and in no bad weather. */
async function prepare(redis: RedisClient, session: string): Promise<string> {
  const live = new Live({ redis, log: silent, now: () => 0 })
  const opened = await live.open(definition({ sessionId: session }))
  const held = await live.session(session)
  if (!opened.ok || !held) throw new Error('the session could not be prepared')
  const issue = (n: number): DecidedCommand => ({
    type: 'submitIssue',
    activity: 'a1',
    text: `${n}번 의제`,
    detail: '',
    fieldId: null,
  })
  await Promise.all([
    live.act(held, 'begin', facilitator, 'begin-open', { type: 'openActivity', activity: 'a1' }),
    ...[1, 2, 3].map((n) => live.act(held, 'begin', seatedAuthor, `begin-${n}`, issue(n))),
    live.act(held, 'begin', facilitator, 'begin-close', { type: 'closeActivity', activity: 'a1' }),
  ])
  return opened.value.code
}

/** Let it all happen; the answer says why it did not come to an end, or what phones show that cannot be. */
async function play(world: Surroundings, outside: Outside): Promise<string[]> {
  const { scheduler, dice, nodes, milestones } = world
  const stores = { redis: outside.redis, plan: outside.plan }
  const clocks = [0, dice.isHit(0.3) ? DAY_MS * dice.pick([-1, 1]) : 0]
  for (const [n, clockMs] of clocks.entries()) nodes.push(new Node(world, stores, `node ${'AB'[n]}`, clockMs))
  const openMs = dice.between(500, 4000)
  const closeMs = openMs + dice.between(1500, 15_000)
  const revealMs = closeMs + dice.between(10, 4000)
  const calmMs = revealMs + dice.between(0, 25_000)
  const leading = new Facilitator(world, { openMs, closeMs, revealMs })
  const people = Array.from({ length: 3 + Math.floor(dice.between(0, 4)) }, (_, n) => new Person(world, n + 1))
  for (const person of people) person.live({ openMs, closeMs, revealMs })
  if (dice.isHit(0.2)) {
    const node = dice.pick(nodes)
    scheduler.after(dice.between(openMs, revealMs), null, `the clock of ${node.name} jumps`, () => {
      world.tally.add('clock jumped')
      node.setClock(DAY_MS * dice.pick([-1, 1]))
    })
  }
  let isCalm = false
  const pages = () => [...leading.consoles, ...people.flatMap(({ openPages }) => openPages)]
  scheduler.after(calmMs, null, 'all troubles end', () => {
    isCalm = true
    Object.assign(world.weather, calm)
    for (const { host } of pages()) host.isCut = false
  })
  const isAtRest = () => isCalm && milestones.has('filed') && pages().every(({ isIdle }) => isIdle)
  try {
    await scheduler.run(isAtRest, calmMs + REST_MS)
    return people.flatMap(({ contradictions }) => contradictions)
  } catch (error) {
    const busy = pages().filter(({ isIdle }) => !isIdle)
    const waiting = busy.map(({ host }) => host.name)
    return [`comes to rest: ${String(error)}; reached ${[...milestones].join(', ')}; waiting: ${waiting.join(', ')}`]
  }
}

async function judge({ history, session, sealed }: Surroundings, { redis, plan }: Outside): Promise<string[]> {
  const onlooker = new Live({ redis, log: silent, now: () => 0 })
  sealed.push(...(await readings([onlooker], session, VOTE)))
  const [entries, filed, slots, hasKey] = await Promise.all([
    streamOf(redis, session),
    plan ? plan.filed(session) : null,
    redis.hlen(keys.ballots(session, VOTE)),
    redis.hexists(keys.voteKeys(session), VOTE),
  ])
  return [
    ...broken(history, { vote: VOTE, sealed, entries, filed }),
    ...(slots + hasKey > 0 ? ['slots are gone after the seal: they are not'] : []),
  ]
}
