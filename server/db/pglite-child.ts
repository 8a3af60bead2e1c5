import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { takePidLock, type PidLock } from '../local/pid-lock.ts'
import { answerWhenSynced } from './answer-when-synced.ts'
import type { ChildMessage } from './pglite.ts'
import { SyncedFS } from './synced-fs.ts'

// A process of its own: PGlite works synchronously, and would hold the votes up for seconds (dependencies.md, 3).
const [folder, socket] = process.argv.slice(2)
if (!folder || !socket || !process.send) throw new Error('started by the server only')
const tell = (message: ChildMessage) => process.send!(message)

const data = join(folder, 'data')
const complete = join(folder, 'complete')
mkdirSync(folder, { recursive: true })
const lock = await lockOrEnd(join(folder, 'pglite.lock'))

// Killed while the first start was writing: half a database, and nobody has stored anything in it yet.
if (!existsSync(complete)) rmSync(data, { recursive: true, force: true })
const fs = new SyncedFS(data)
const db = await PGlite.create({ fs })
answerWhenSynced(db, fs, (error) => {
  // Not a wrong statement, that is an answer, but a broken engine: a fresh process recovers from the journal.
  console.error('PGlite broke off:', error)
  process.exit(1)
})
fs.syncAll()
if (!existsSync(complete)) writeFileSync(complete, '')

rmSync(socket, { force: true })
// One connection: the messages of two would be mixed, one reading the other's parameters, as soon as a statement is too
// long for one read (measured: 40 of 880 wrong).
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 1 })
await server.start()
tell({ is: 'ready' })

// Ctrl-C and a supervisor's signal reach the whole family; the server still needs its database while it drains.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.once('message', () => void end())
process.once('disconnect', () => void end())

let isEnding = false
async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  await server.stop()
  await db.exec('checkpoint')
  fs.syncAll()
  await db.close()
  fs.syncAll()
  rmSync(socket!, { force: true })
  lock.release()
  process.exit(0)
}

/** Of a server that was killed a moment ago the child may still be closing its files: that one is waited for. */
async function lockOrEnd(file: string): Promise<PidLock> {
  for (let round = 0; ; round++) {
    const taken = takePidLock(file)
    if (taken.ok) return taken.lock
    if (round === 50) {
      tell({ is: 'refused', reason: `process ${taken.holder} already uses the database in ${folder}` })
      process.exit(2)
    }
    await sleep(100)
  }
}
