import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { ok, type Outcome } from '../shared/base/outcome.ts'
import { loadRefusalTexts } from '../shared/i18n/refusal-text.ts'
import { Accounts } from './accounts/index.ts'
import { Admission } from './admission/index.ts'
import { allows } from './accounts/roles.ts'
import { Broadcast } from './broadcast/index.ts'
import { Closing } from './closing/index.ts'
import { honestOffLoop } from './closing/honest-off-loop.ts'
import { sealOffLoop } from './closing/seal-off-loop.ts'
import { helpText, publicAddress, readConfig, type Settings } from './config.ts'
import { openDb, type DbKeeper } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { createDocs } from './docs/router.ts'
import { exporters } from './exports/index.ts'
import { Health, Metrics } from './health/index.ts'
import { createHttp } from './http/index.ts'
import { isOwnOrigin } from './http/origin.ts'
import { Live } from './live/index.ts'
import { createLog, type Log } from './log.ts'
import { Plans } from './plan/index.ts'
import { connectVotePath, untilReady } from './redis/connect.ts'
import { ensureRedis, type RedisKeeper } from './redis/ensure.ts'
import { rehearse, type Rehearsal } from './rehearsal/run-child.ts'
import { SocketDoor } from './socket/index.ts'

/** Sockets first, so that phones come back soon; then what is under way is finished; the stores go last. */
const GRACE_MS = 12_000

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(helpText())
  const config = readConfig()
  if (!config.ok) return refuseToStart(config.mistakes)
  const { settings } = config
  const log = createLog(settings.logLevel, settings.nodeName)
  const [stores, db] = await Promise.all([ensureRedis({ ...settings, log }), openDb({ ...settings, log })])
  if (!stores.ok) {
    await db.stop()
    return refuseToStart(stores.mistakes)
  }
  await run(settings, stores.redis, db, log)
}

function refuseToStart(mistakes: readonly string[]): void {
  for (const mistake of mistakes) process.stderr.write(`${mistake}\n`)
  process.exitCode = 2
}

async function run(settings: Settings, store: RedisKeeper, database: DbKeeper, log: Log): Promise<void> {
  const { db } = database
  await migrate(db, log)
  const redis = connectVotePath(store.address, log)
  await untilReady(redis)

  // Who sends a request letter by letter is not waited for; a seat may be waited for as long as it takes.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 15_000 })
  const port = settings.port || (await freePort())
  const publicUrl = publicAddress(settings, port)
  const say = await loadRefusalTexts()
  const plans = new Plans(db)
  const accounts = new Accounts({ db, isSecure: publicUrl.startsWith('https:') })
  const metrics = new Metrics()
  const live: Live = new Live({ redis, log, now: Date.now, mayOpenVote: () => health.mayOpenVote() })
  const health = new Health({
    probe: () => live.probe(),
    dataDir: store.embedded || database.engine === 'pglite' ? settings.dataDir : null,
    metrics,
    log,
  })
  await health.start()
  metrics.read(
    'madang_sessions_live',
    'Sessions that are not finished with.',
    async () => (await live.unfinished()).length,
  )
  const rehearsals = new Set<Rehearsal>()
  // Before the sockets: Socket.IO hands on to whoever listens already what is not its own.
  server.on(
    'request',
    createHttp({
      plans,
      accounts,
      live,
      rehearse: (sessionId, participants) =>
        startRehearsal({ sessionId, participants, live, plans, rehearsals, port, log }),
      admission: new Admission(),
      honest: honestOffLoop,
      exporters,
      paperFont,
      say,
      redis,
      docs: createDocs(),
      metrics,
      checks: {
        redis: async () => void (await redis.ping()),
        database: async () => void (await database.pool.query('select 1')),
      },
      clientDir: join(import.meta.dirname, '../client'),
      publicUrl,
      log,
    }),
  )
  const sockets = new SocketDoor({
    admission: new Admission(),
    http: server,
    live,
    accounts,
    allows,
    isOwnOrigin: (origin, host) => isOwnOrigin(origin, host, publicUrl),
    health,
    metrics,
    say,
    log,
  })
  const broadcast = new Broadcast({ live, wire: sockets.wire, publicUrl, log, now: Date.now })
  const closing = new Closing({
    live,
    plan: plans,
    seal: sealOffLoop,
    honest: honestOffLoop,
    log,
    afterFiling: () => database.checkpoint(),
  })

  const firstRunToken = await accounts.prepare(settings.admin)
  const exampleId = await plans.ensureExample()
  sockets.open(broadcast)
  await closing.recover()
  // Last of all: whoever gets through the door is served.
  await listen(server, port, settings.host)
  greet({ publicUrl, port, firstRunToken, exampleId })

  const { close } = closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'an error that nobody caught')
    log.info({ signal }, 'stopping')
    await Promise.all([...rehearsals].map((rehearsal) => rehearsal.stop()))
    await sockets.close()
    server.close()
    server.closeIdleConnections()
    await closing.stop()
    health.stop()
    redis.disconnect()
    await Promise.all([store.stop(), database.stop()])
  })
  // The supervisor is gone: whoever starts the program anew shall find the port and the stores free.
  process.once('disconnect', () => void close())
  process.send?.('ready')
}

/*
 * A crowd that knocks while the process is busy waits in the kernel. Node asks for 511 places; who found none was cut off
 * (107 to 604 of 10,000 in ten seconds, on a loaded machine). The kernel gives the smaller of this and its own limit.
 */
const WAITING_CONNECTIONS = 16_384

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: WAITING_CONNECTIONS }, resolve)
  })
}

/* Beside the program, in the repository: 4 MB that are read when somebody prints, and kept. */
let fontRead: Promise<Buffer> | undefined
const paperFont = () =>
  (fontRead ??= readFile(join(import.meta.dirname, '../../server/exports/paper/PretendardGOV-Regular.otf')))

/** The address has to be known before anybody listens at it: it goes into every QR code. */
async function freePort(): Promise<number> {
  const asking = createServer()
  await listen(asking, 0, undefined)
  const { port } = asking.address() as AddressInfo
  await new Promise((resolve) => asking.close(resolve))
  return port
}

interface RehearsalOrder {
  /** a session, whose copy is rehearsed, or a rehearsal, which more residents join */
  sessionId: string
  participants: number
  live: Live
  plans: Plans
  rehearsals: Set<Rehearsal>
  port: number
  log: Log
}

async function startRehearsal(order: RehearsalOrder): Promise<Outcome<{ sessionId: string }>> {
  const { sessionId, participants, live, plans, rehearsals, port, log } = order
  const running = await live.session(sessionId)
  const isRehearsal = running !== null && running.state.definition.rehearsalOf !== null
  const id = isRehearsal ? sessionId : randomUUID()
  if (!isRehearsal) {
    const prepared = await plans.liveDefinition(sessionId)
    if (!prepared.ok) return prepared
    const opened = await live.open({ ...prepared.value, sessionId: id, rehearsalOf: sessionId })
    if (!opened.ok) return opened
  }
  const rehearsal = await live.session(id)
  const code = rehearsal?.state.definition.joinToken ?? ''
  const residents = rehearse({
    url: `http://127.0.0.1:${port}`,
    code,
    participants,
    script: join(import.meta.dirname, 'simulate.js'),
    log: (line) => log.debug({ rehearsal: id }, line),
  })
  rehearsals.add(residents)
  void residents.finished.then(() => rehearsals.delete(residents))
  return ok({ sessionId: id })
}

function greet({
  publicUrl,
  port,
  firstRunToken,
  exampleId,
}: {
  publicUrl: string
  port: number
  firstRunToken: string | null
  exampleId: string | null
}): void {
  const here = `http://localhost:${port}`
  const lines = [
    '',
    '마당 Madang is running.',
    '',
    `  Staff (담당자)             ${publicUrl}/desk   (on this machine: ${here}/desk)`,
    `  Residents (주민)           ${publicUrl}/`,
    ...(exampleId ? [`  Example plan (예시 계획)   ${publicUrl}/desk/plans/${exampleId}`] : []),
    `  API                        ${publicUrl}/docs/api   ${publicUrl}/docs/live`,
    ...(firstRunToken
      ? [
          '',
          '  First run: make the first administrator here (처음 실행: 관리자 계정을 만드세요)',
          `  ${publicUrl}/invite/${firstRunToken}`,
        ]
      : []),
    '',
    '  Stop with Ctrl+C.',
    '',
  ]
  process.stdout.write(lines.join('\n') + '\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`Madang could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
