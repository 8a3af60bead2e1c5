import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { Closing } from '../../server/closing/index.ts'
import { Live, type LiveSession, type StoredAnswer } from '../../server/live/index.ts'
import { connectVotePath, untilReady, type RedisClient } from '../../server/redis/connect.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import { canonicalJson } from '../../shared/base/digest.ts'
import type { DecidedCommand } from '../../shared/session/commands.ts'
import { broken, History } from '../harness/invariants.ts'
import { filedOf, knownSessions, readings, streamOf } from '../harness/known-session.ts'
import { definition, facilitator, seatToken, honestHere, sealHere, silent } from '../harness/live.ts'
import { planRoom } from '../harness/plans.ts'
import { atTheEnd, startRedis } from '../harness/services.ts'

/*
 * A small model of a vote against the real one: two nodes on one Redis, results filed in a real PostgreSQL. More runs:
 * RUNS=5000; the run that failed: SEED=… (and the path that fast-check prints, as PATH_OF_RUN=…).
 */
const RUNS = Number(process.env.RUNS ?? 200)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const REPEAT = `SEED=${SEED} npx vitest run test/model`

type Phase = 'prepared' | 'open' | 'closed' | 'sealed' | 'revealed'
interface Stored {
  id: string
  revision: number
  ballot: Ballot
}
interface Model {
  phase: Phase
  joined: Set<number>
  stored: Map<number, Stored>
  /** answers to the facilitator's commands, by id: the same id gets the same one */
  answered: Map<string, string>
  filed: boolean
}
interface Real {
  id: string
  code: string
  nodes: Live[]
  sessions: LiveSession[]
  history: History
  /** every text that anybody has read of the sealed result */
  sealed: string[]
}
type Step = fc.AsyncCommand<Model, Real>

const step = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check = (_model: Model) => true,
): Step => ({
  check: (model) => check(model),
  run,
  toString: () => name,
})

const contents: Ballot[] = [{ stickers: {} }, { stickers: { i1: 1 } }, { stickers: { i2: 1, i3: 1 } }]
const wrong: [Ballot, string][] = [
  [{ stickers: { i1: 2 } }, 'too_many_on_one_issue'],
  [{ stickers: { i9: 1 } }, 'unknown_candidate'],
]
const isSame = (a: Ballot, b: Ballot) => canonicalJson(a) === canonicalJson(b)
const codeOf = (answer: StoredAnswer): string => (answer.ok ? 'ok' : answer.refusal)

interface Casting {
  seat: number
  node: number
  revision: number
  content: number
  /** another id for the same ballot, as of another device */
  device: number
}

async function cast(real: Real, { seat, node, revision, content, device }: Casting) {
  const ballot = contents[content]!
  const id = `ballot-${seat}-${revision}-${content}-${device}`
  real.history.sent(`p${seat}`, id, revision, ballot)
  const command = { type: 'castBallot' as const, activity: 'a3', revision, ballot }
  const answer = await real.nodes[node]!.cast(real.sessions[node]!, seatToken(seat), id, command)
  real.history.told(`p${seat}`, id, answer)
  return { id, ballot, answer }
}

/** What a ballot is told, and what is stored then. */
function predict(model: Model, seat: number, one: Stored): string {
  const stored = model.stored.get(seat)
  const isThere = stored?.revision === one.revision && isSame(stored.ballot, one.ballot)
  switch (model.phase) {
    case 'prepared':
      return 'activity_not_open'
    case 'open':
      if (isThere) return 'ok'
      if (stored && stored.revision > one.revision) return 'stale'
      if (stored?.revision === one.revision) return 'conflict'
      model.stored.set(seat, one)
      return 'ok'
    case 'closed':
      return isThere ? 'ok' : 'vote_closed'
    default:
      return stored?.id === one.id ? 'ok' : 'vote_closed'
  }
}

const join = (seat: number, node: number) =>
  step(`join ${seat} on ${node}`, async (model, real) => {
    const answer = await real.nodes[node]!.join({ seat: seatToken(seat), code: real.code })
    expect(answer).toMatchObject({ ok: true })
    model.joined.add(seat)
  })

const castOne = (casting: Casting) =>
  step(
    `cast ${JSON.stringify(casting)}`,
    async (model, real) => {
      const before = model.stored.get(casting.seat)
      const { id, ballot, answer } = await cast(real, casting)
      expect(codeOf(answer)).toBe(predict(model, casting.seat, { id, revision: casting.revision, ballot }))
      if (answer.ok) expect(answer.revision).toBe(casting.revision)
      const stored = before && { revision: before.revision, ballot: before.ballot }
      if (!answer.ok && ['stale', 'conflict'].includes(answer.refusal)) expect(answer.stored).toMatchObject(stored!)
    },
    (model) => model.joined.has(casting.seat),
  )

const castWrong = (seat: number, node: number, which: number) =>
  step(
    `cast against the rule ${seat} on ${node}: ${which}`,
    async (model, real) => {
      const [ballot, refusal] = wrong[which]!
      const command = { type: 'castBallot' as const, activity: 'a3', revision: 99, ballot }
      const answer = await real.nodes[node]!.cast(
        real.sessions[node]!,
        seatToken(seat),
        `wrong-${seat}-${which}`,
        command,
      )
      const late = model.phase === 'prepared' ? 'activity_not_open' : 'vote_closed'
      // A node that has not heard of the close yet says what is wrong with the ballot instead.
      expect(model.phase === 'open' ? [refusal] : [late, refusal]).toContain(codeOf(answer))
    },
    (model) => model.joined.has(seat),
  )

/** Many at once, over both nodes, perhaps with the close among them: the model takes up what the store then has. */
const burst = (castings: Casting[], closer: number | null) =>
  step(`burst ${JSON.stringify({ castings, closer })}`, async (model, real) => {
    const wasOpen = model.phase === 'open'
    const able = castings.filter(({ seat }) => model.joined.has(seat))
    const half = able.length >> 1
    const first = able.slice(0, half).map((one) => cast(real, one))
    const closing =
      wasOpen && closer !== null ? [act(model, real, closer, `burst-close-${closer}`, 'closeActivity')] : []
    const rest = able.slice(half).map((one) => cast(real, one))
    const done = await Promise.all([...first, ...rest])
    await Promise.all(closing)
    if (!wasOpen) {
      const expected = done.map(({ id, ballot }, n) => {
        const { seat, revision } = able[n]!
        return predict(model, seat, { id, revision, ballot })
      })
      return expect(done.map(({ answer }) => codeOf(answer))).toEqual(expected)
    }
    for (const seat of new Set(able.map((one) => one.seat))) {
      const candidates = done.flatMap(({ id, ballot, answer }, n) =>
        able[n]!.seat === seat && answer.ok ? [{ id, ballot, revision: able[n]!.revision }] : [],
      )
      const held = [model.stored.get(seat), ...candidates].flatMap((one) => one ?? [])
      const stored = await real.nodes[0]!.ballots.read(real.sessions[0]!, 'a3', seatToken(seat))
      if (held.length === 0) {
        expect(stored).toBeNull()
        continue
      }
      const highest = Math.max(...held.map(({ revision }) => revision))
      expect(stored?.revision, 'the highest acknowledged revision').toBe(highest)
      const { commandId, ballot } = stored as Stored & { commandId: string }
      expect(held.some((one) => one.revision === highest && isSame(one.ballot, ballot))).toBe(true)
      model.stored.set(seat, { id: commandId, revision: highest, ballot })
    }
  })

type Directing = 'openActivity' | 'closeActivity' | 'revealResult'

async function act(model: Model, real: Real, node: number, id: string, type: Directing): Promise<string> {
  const command: DecidedCommand = { type, activity: 'a3' }
  const key = `${type}-${id}`
  if (type === 'revealResult') real.history.revealing()
  const answer = await real.nodes[node]!.act(real.sessions[node]!, 'account:1', facilitator, key, command)
  const before = model.answered.get(key)
  if (before) {
    expect(codeOf(answer), `${key} again`).toBe(before)
    return before
  }
  const expected = decided(model, type)
  expect(codeOf(answer), `${key} while ${model.phase}`).toBe(expected)
  model.answered.set(key, expected)
  if (expected !== 'ok') return expected
  const next = { openActivity: 'open', closeActivity: 'closed', revealResult: 'revealed' } as const
  const rank: Phase[] = ['prepared', 'open', 'closed', 'sealed', 'revealed']
  if (rank.indexOf(next[type]) > rank.indexOf(model.phase)) model.phase = next[type]
  if (type === 'closeActivity') real.history.closed()
  return expected
}

function decided({ phase }: Model, type: Directing): string {
  switch (type) {
    case 'openActivity':
      return phase === 'prepared' || phase === 'open' ? 'ok' : 'vote_closed'
    case 'closeActivity':
      return phase === 'prepared' ? 'activity_not_open' : 'ok'
    default:
      return phase === 'sealed' || phase === 'revealed' ? 'ok' : 'vote_not_sealed'
  }
}

const direct = (type: Directing, node: number, id: number) =>
  step(`${type} on ${node} as ${id}`, async (model, real) => void (await act(model, real, node, `command-${id}`, type)))

/** What happens beside the vote: the board is worked on, and neither what is voted on nor what was cast changes. */
const board = (node: number, n: number) =>
  step(
    `board ${n} on ${node}`,
    async (_model, real) => {
      const commands: DecidedCommand[] = [
        { type: 'rewordIssue', issue: 'i1', title: `다른 말 ${n}` },
        { type: 'mergeIssues', into: 'i1', issues: ['i2'] },
        { type: 'undo' },
        { type: 'setTimer', seconds: 60 },
      ]
      const id = `board-${n}-${real.history.events.length}`
      const answer = await real.nodes[node]!.act(real.sessions[node]!, 'account:1', facilitator, id, commands[n]!)
      expect(['ok', 'nothing_to_undo', 'issue_not_found', 'undo_conflict']).toContain(codeOf(answer))
    },
    // What is merged before the opening is not voted on.
    ({ phase }) => phase !== 'prepared',
  )

const openLobby = (node: number) =>
  step(`open the lobby again on ${node}`, async (_model, real) => {
    const again = await real.nodes[node]!.open(definition({ sessionId: real.id, title: '다른 제목' }))
    expect(again).toEqual({ ok: true, value: { code: real.code } })
    real.sessions[node] = (await real.nodes[node]!.session(real.id))!
  })

let redis: RedisClient[]
let room: Awaited<ReturnType<typeof planRoom>>
let sessions: string[]
let url: string

beforeAll(async () => {
  const server = await startRedis()
  url = server.path
  room = await planRoom()
  redis = await Promise.all([0, 1].map(() => connected()))
  // More than there are runs: shrinking runs again.
  sessions = await knownSessions(room, RUNS + 2000)
})

async function connected(): Promise<RedisClient> {
  const client = connectVotePath(url, silent)
  // Every run lays its nodes on the same connections.
  client.setMaxListeners(0)
  atTheEnd(() => client.disconnect())
  await untilReady(client)
  return client
}

const nodeOn = (client: RedisClient): Live => new Live({ redis: client, log: silent, now: () => Date.now() })

/** Nodes that come up, find what is due, do it and go; several at once must do it once. */
async function settle(model: Model, real: Real, nodes: number): Promise<void> {
  const closings = Array.from({ length: nodes }, (_, n) => {
    const live = nodeOn(redis[n % 2]!)
    live.rewriteLog = () => Promise.resolve()
    const plan = {
      markSession: (...marked: Parameters<typeof room.plans.markSession>) => room.plans.markSession(...marked),
      fileRecord: (record: Parameters<typeof room.plans.fileRecord>[0]) => room.plans.fileRecord(record),
      fileCauses: (...filed: Parameters<typeof room.plans.fileCauses>) => room.plans.fileCauses(...filed),
      fileResult: (result: { text: string; digest: string }) => {
        real.history.filing(result.digest)
        return room.plans.fileResult(result)
      },
    }
    return new Closing({
      live,
      plan,
      seal: sealHere,
      honest: honestHere,
      log: silent,
      afterFiling: () => Promise.resolve(),
    })
  })
  for (const closing of closings) await closing.recover()
  await Promise.all(closings.map((closing) => closing.stop()))
  if (model.phase === 'closed') model.phase = 'sealed'
  if (model.phase === 'revealed') model.filed = true
  real.sealed.push(...(await readings(real.nodes, real.id, 'a3')))
}

const seal = (nodes: number) =>
  step(
    `settle with ${nodes}`,
    (model, real) => settle(model, real, nodes),
    ({ phase }) => phase !== 'prepared',
  )

async function begin(): Promise<{ model: Model; real: Real }> {
  const id = sessions.pop()!
  await redis[0]!.flushdb()
  const nodes = redis.map(nodeOn)
  const opened = await nodes[0]!.open(definition({ sessionId: id, planId: room.planId }))
  if (!opened.ok) throw new Error(opened.refusal)
  const [first, other] = await Promise.all(nodes.map((node) => node.session(id)))
  const author = { role: 'participant' as const, seat: 'p1' }
  const script: [Parameters<Live['act']>[2], DecidedCommand][] = [
    [facilitator, { type: 'openActivity', activity: 'a1' }],
    ...[1, 2, 3].map((n): [typeof author, DecidedCommand] => [
      author,
      { type: 'submitIssue', activity: 'a1', text: `${n}번 의제`, detail: '', fieldId: null },
    ]),
    [facilitator, { type: 'closeActivity', activity: 'a1' }],
  ]
  await Promise.all(script.map(([actor, command], n) => nodes[0]!.act(first!, 'begin', actor, `begin-${n}`, command)))
  return {
    model: { phase: 'prepared', joined: new Set(), stored: new Map(), answered: new Map(), filed: false },
    real: { id, code: opened.value.code, nodes, sessions: [first!, other!], history: new History(), sealed: [] },
  }
}

const node = fc.nat({ max: 1 })
const casting: fc.Arbitrary<Casting> = fc.record({
  seat: fc.nat({ max: 3 }),
  node,
  revision: fc.integer({ min: 1, max: 4 }),
  content: fc.nat({ max: contents.length - 1 }),
  device: fc.nat({ max: 1 }),
})
const steps = [
  fc.tuple(fc.nat({ max: 3 }), node).map(([seat, on]) => join(seat, on)),
  casting.map(castOne),
  casting.map(castOne),
  casting.map(castOne),
  fc.tuple(fc.nat({ max: 3 }), node, fc.nat({ max: wrong.length - 1 })).map((given) => castWrong(...given)),
  fc
    .tuple(fc.array(casting, { minLength: 3, maxLength: 8 }), fc.option(node, { nil: null, freq: 3 }))
    .map((given) => burst(...given)),
  fc.tuple(node, fc.nat({ max: 2 })).map((given) => direct('openActivity', ...given)),
  fc.tuple(node, fc.nat({ max: 2 })).map((given) => direct('openActivity', ...given)),
  fc.tuple(node, fc.nat({ max: 2 })).map((given) => direct('closeActivity', ...given)),
  fc.tuple(node, fc.nat({ max: 2 })).map((given) => direct('revealResult', ...given)),
  fc.tuple(node, fc.nat({ max: 3 })).map((given) => board(...given)),
  node.map(openLobby),
  fc.integer({ min: 1, max: 3 }).map(seal),
]

/** However far the steps came: the vote goes its whole way, and is looked at from all sides. */
async function finish(model: Model, real: Real): Promise<void> {
  if (model.phase === 'prepared') return
  await act(model, real, 0, 'the-end', 'closeActivity')
  for (const [seat] of model.stored) await late(model, real, seat)
  await settle(model, real, 2)
  for (const [seat] of model.stored) await late(model, real, seat)
  await act(model, real, 1, 'the-end', 'revealResult')
  await settle(model, real, 2)
  await settle(model, real, 1)
  const filed = await filedOf(room.db, real.id, 'a3')
  const entries = await streamOf(redis[0]!, real.id)
  expect(broken(real.history, { vote: 'a3', sealed: real.sealed, entries, filed })).toEqual([])
  const counted = [...model.stored.values()].map(({ ballot }) => canonicalJson(ballot)).sort()
  const result = JSON.parse(real.sealed[0]!) as { ballots: ({ weight: number } & Ballot)[]; checkIns: number }
  const sealed = result.ballots.flatMap(({ weight, ...ballot }) =>
    Array.from({ length: weight }, () => canonicalJson(ballot)),
  )
  expect(sealed.sort(), 'the model counts the same').toEqual(counted)
  expect(model.filed).toBe(true)
}

/** Sent again when it is too late: what counts is acknowledged still, what does not is refused. */
async function late(model: Model, real: Real, seat: number): Promise<void> {
  for (const again of [{ revision: 9, content: 1, device: 0 }, ...sentBy(real, seat)]) {
    const { id, ballot, answer } = await cast(real, { seat, node: again.revision % 2, ...again })
    expect(codeOf(answer)).toBe(predict(model, seat, { id, revision: again.revision, ballot }))
  }
}

const sentBy = ({ history }: Real, seat: number): Pick<Casting, 'revision' | 'content' | 'device'>[] => [
  ...new Map(
    history.events.flatMap((event) => {
      if (event.type !== 'sent' || event.seat !== `p${seat}`) return []
      const [, , revision, content, device] = event.id.split('-').map(Number)
      return [[event.id, { revision: revision!, content: content!, device: device! }]]
    }),
  ).values(),
]

it(
  `[VOTE-5] ${RUNS} runs of a model, two nodes on one store: the vote does what the model does (${REPEAT})`,
  { timeout: 20_000 + RUNS * 500 },
  async () => {
    let opened = 0
    const filed = { results: 0 }
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
        const run = await begin()
        await fc.asyncModelRun(() => run, commands)
        await finish(run.model, run.real)
        if (run.model.phase !== 'prepared') opened += 1
        if (run.model.filed) filed.results += 1
      }),
      {
        seed: SEED,
        numRuns: RUNS,
        interruptAfterTimeLimit: 15_000 + RUNS * 450,
        markInterruptAsFailure: true,
        ...(process.env.PATH_OF_RUN ? { path: process.env.PATH_OF_RUN } : {}),
      },
    )
    expect(opened, 'votes that were opened').toBeGreaterThan(RUNS / 3)
    expect(filed.results).toBe(opened)
  },
)
