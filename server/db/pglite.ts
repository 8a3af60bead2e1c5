import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { leaveSocketFolder, socketFolder } from '../local/socket-folder.ts'
import type { Log } from '../log.ts'

export type ChildMessage = { is: 'ready' } | { is: 'refused'; reason: string }

/** The database of one data folder in a child process: started with us, started again when it dies, ended with us. */
export class PgliteKeeper {
  readonly socket: string
  readonly #dataDir: string
  readonly #folder: string
  readonly #log: Log
  #child: ChildProcess | undefined
  #isStopping = false

  constructor(dataDir: string, log: Log) {
    this.#dataDir = dataDir
    this.#folder = join(dataDir, 'pglite')
    this.#log = log
    // The name that PostgreSQL gives its sockets: a client is told the folder and the port.
    this.socket = join(socketFolder(dataDir), '.s.PGSQL.5432')
  }

  get socketFolder(): string {
    return dirname(this.socket)
  }

  get journalFolder(): string {
    return join(this.#folder, 'data/pg_wal')
  }

  /** For tests that end it by force. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Resolves when it answers; throws when it cannot start or another process has the folder. */
  async start(): Promise<void> {
    // Whoever tidies up the temp folder may have taken it away.
    socketFolder(this.#dataDir)
    const child = fork(childProgram(), [this.#folder, this.socket], {
      // Its words, if any, are for the log; standard output is not for it.
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: [],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => reject(new Error(`the database ended at once (${signal ?? code})`)))
      child.once('message', (message: ChildMessage) => {
        if (message.is === 'ready') resolve()
        else reject(new Error(message.reason))
      })
    })
    child.removeAllListeners('exit')
    child.once('exit', (code, signal) => {
      if (this.#isStopping) return
      this.#log.error({ code, signal }, 'the database process ended: starting it again')
      void this.#startAgain()
    })
  }

  /** Writes everything to its place and ends the child. Close all connections first. */
  async stop(): Promise<void> {
    this.#isStopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.send({ is: 'end' })
    const inTime = await Promise.race([ended.then(() => true), sleep(10_000, false, { ref: false })])
    // Its journal is on disk: what is not in its place yet is put there at the next start.
    if (!inTime) child.kill('SIGKILL')
    leaveSocketFolder(this.socketFolder)
  }

  async #startAgain(): Promise<void> {
    for (let delayMs = 50; !this.#isStopping; delayMs = Math.min(2000, delayMs * 2)) {
      try {
        await this.start()
        return this.#log.info('the database is back')
      } catch (error) {
        this.#log.error({ reason: String(error) }, 'the database did not start')
      }
      await sleep(delayMs, undefined, { ref: false })
    }
  }
}

/** Built into a file of its own beside the server; for tests, which run from the sources, the harness builds it. */
function childProgram(): string {
  const here = import.meta.dirname
  const found = [join(here, 'pglite-child.js'), join(here, '../../dist/test/pglite-child.js')].find((file) =>
    existsSync(file),
  )
  if (!found) throw new Error('pglite-child.js is missing: build first')
  return found
}
