import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import type { AgendaItem } from '../../shared/activities/index.ts'
import type { Turnout } from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { end, freePort, until } from '../harness/processes.ts'
import { commandId, Desk } from '../harness/staff.ts'
import { addressOf, Client, takeSeat } from './client.ts'
import { childNamed } from './machine.ts'

const ADMIN = { email: 'admin@madang.test', password: 'a-long-enough-password' }
const START_MS = 60_000

export const secret = (): string => randomBytes(18).toString('base64url')
export const envelope = (): { v: number; id: string } => ({ v: PROTOCOL, id: secret() })

/** The built program on its embedded stores, as an operator runs it, in a process of its own. */
export class BenchHouse {
  readonly #folder = mkdtempSync(path(tmpdir(), 'madang-bench-'))
  #child: ChildProcess | undefined
  #output = ''

  private constructor(private readonly port: number) {}

  static async start(): Promise<BenchHouse> {
    const house = new BenchHouse(await freePort())
    await house.start()
    return house
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  get redisPid(): number | undefined {
    return childNamed(this.pid, 'redis-server')
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(this.port),
      PUBLIC_URL: this.url,
      DATA_DIR: this.#folder,
      REDIS_URL: '',
      DATABASE_URL: '',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: 'warn',
    }
    const child = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (this.#output = (this.#output + text.toString()).slice(-4_000)))
    }
    const isReady = async () => {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${this.#output}`)
      return fetch(`${this.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    }
    await until(isReady, 'the program to be ready', START_MS)
  }

  kill(): Promise<void> {
    return end(this.pid, 'SIGKILL')
  }

  async stop(): Promise<void> {
    await end(this.pid, 'SIGTERM')
    await end(this.pid, 'SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async desk(): Promise<Desk> {
    const desk = new Desk(this.url)
    await desk.get('signIn', { body: ADMIN })
    return desk
  }
}

/** Runs what measures in a house of its own, which ends with it, however that ends. */
export async function inHouse<T>(measure: (house: BenchHouse) => Promise<T>): Promise<T> {
  const house = await BenchHouse.start()
  // Asked to stop, not killed: it takes its stores with it.
  const leave = () => void process.kill(house.pid, 'SIGTERM')
  process.once('exit', leave)
  try {
    return await measure(house)
  } finally {
    process.off('exit', leave)
    await house.stop()
  }
}

/** A session with so many votes, ten issues to vote on, and its first facilitator. */
export async function openSession(house: BenchHouse, votes: number) {
  const desk = await house.desk()
  const settings = { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } } as const
  const agenda: AgendaItem[] = [
    {
      id: 'a0',
      kind: 'collect',
      title: 'Collect',
      minutes: 5,
      settings: { askDetail: false, askField: false, perPerson: 20 },
    },
    ...Array.from({ length: votes }, (_, n): AgendaItem => ({
      id: `a${n + 1}`,
      kind: 'vote',
      title: `Vote ${n}`,
      minutes: 5,
      settings,
    })),
  ]
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: 'Bench', district: 'Bench', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  const draft = {
    stageId: plan.stages[1]!.id,
    kind: 'workshop' as const,
    title: 'Bench',
    heldAt: null,
    place: '',
    attendance: [],
    agenda,
  }
  const session = await desk.get('createSession', {
    params: { id: plan.id },
    body: { id: commandId(), session: draft },
  })
  const params = { id: session.id }
  await desk.get('openSession', { params, body: { id: commandId() } })
  const link = await desk.get('createLink', { params, body: { id: commandId(), role: 'projector' } })
  let code = ''
  const console = await Client.open({
    url: house.url,
    auth: { session: session.id, screen: 'console' },
    cookie: desk.cookie,
    onEvent: (event, text) => {
      if (event === 'snapshot') code = (JSON.parse(text.slice(2)) as [string, { view: { code: string } }])[1].view.code
    },
  })
  await until(() => code !== '', 'the code')
  const direct = async (command: object) => {
    const answer = JSON.parse(await console.ask('command', { ...envelope(), ...command })) as { ok: boolean }
    if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(answer)}`)
  }
  await direct({ type: 'openActivity', activity: 'a0' })
  const author = await join(house.url, code, secret(), 0, 1)
  for (let n = 0; n < 10; n += 1) {
    const issue = { type: 'submitIssue', activity: 'a0', text: `Issue ${n}`, detail: '', fieldId: null }
    await author.ask('command', { ...envelope(), ...issue })
  }
  author.close()
  await direct({ type: 'closeActivity', activity: 'a0' })
  return { code, direct, projector: link.url.split('/').at(-1)!, close: () => console.close() }
}

/** A phone with a seat: connected, and with its first view. */
export async function join(
  url: string,
  code: string,
  seat: string,
  n: number,
  addresses: number,
  onEvent?: (event: string, text: string) => void,
) {
  await takeSeat(url, code, seat, addressOf(n, addresses))
  return connectSeat(url, seat, n, addresses, onEvent)
}

export async function connectSeat(
  url: string,
  seat: string,
  n: number,
  addresses: number,
  onEvent?: (event: string, text: string) => void,
  onGone?: () => void,
): Promise<Client> {
  let isIn: () => void = () => undefined
  const seen = new Promise<void>((resolve) => (isIn = resolve))
  const client = await Client.open({
    url,
    auth: { seat },
    address: addressOf(n, addresses),
    onEvent: (event, text) => {
      if (event === 'snapshot') isIn()
      onEvent?.(event, text)
    },
    ...(onGone && { onGone }),
  })
  await seen
  return client
}

export const turnoutIn = (text: string): Turnout => (JSON.parse(text.slice(2)) as [string, Turnout])[1]

/** Of the ten issues three, differing from phone to phone. */
export const ballotOf = (phone: number) => ({
  stickers: Object.fromEntries([0, 3, 7].map((step) => [`i${1 + ((phone + step) % 10)}`, 1])),
})
