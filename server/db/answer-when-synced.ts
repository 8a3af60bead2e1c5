import type { PGlite } from '@electric-sql/pglite'
import type { SyncedFS } from './synced-fs.ts'

/** By itself PGlite hands out the answer first and syncs afterwards: "stored" would be said of what is not on disk yet. */
export function answerWhenSynced(db: PGlite, files: SyncedFS, onBroken: (error: unknown) => void): void {
  const run = db.execProtocolRawStream.bind(db)
  db.execProtocolRawStream = async (message, options) => {
    const answers: Uint8Array[] = []
    try {
      await run(message, { ...options, onRawData: (part) => answers.push(part.slice()) })
    } catch (error) {
      onBroken(error)
      throw error
    }
    if (isCheckpoint(message)) files.syncAll()
    for (const part of answers) options.onRawData(part)
  }
}

/** A simple query (type Q) with that one word: what `DbKeeper.checkpoint` sends. */
function isCheckpoint(message: Uint8Array): boolean {
  return message[0] === 0x51 && message.length < 32 && /^checkpoint/i.test(Buffer.from(message.subarray(5)).toString())
}
