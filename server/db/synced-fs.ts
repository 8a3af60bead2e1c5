import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** Time stamps of a file system tick; what was written just now may be written again without the stamp moving. */
const TICK_MS = 1000

/** PGlite asks the kernel for no sync at all, whatever `show fsync` says. This asks for one per commit, of its journal. */
export class SyncedFS extends NodeFS {
  readonly #seen = new Map<string, number>()
  #syncedAllAt = 0

  constructor(readonly dir: string) {
    super(dir)
  }

  // Called by PGlite after each message, before our own code hands out the answer.
  override async syncToFs(): Promise<void> {
    const journal = join(this.dir, 'pg_wal')
    let isNew = false
    for (const entry of readdirSync(journal, { withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(journal, entry.name)
      const { mtimeMs } = statSync(file)
      if (this.#seen.get(file) === mtimeMs && Date.now() - mtimeMs > TICK_MS) continue
      isNew ||= !this.#seen.has(file)
      sync(file, fdatasyncSync)
      this.#seen.set(file, mtimeMs)
    }
    if (isNew) sync(journal, fsyncSync)
    return Promise.resolve()
  }

  /** After a checkpoint the journal no longer stands for what is in the other files: they have to be on disk as well. */
  syncAll(): void {
    const since = this.#syncedAllAt
    this.#syncedAllAt = Date.now() - TICK_MS
    for (const entry of readdirSync(this.dir, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile() && !entry.isDirectory()) continue
      if (statSync(path).mtimeMs >= since) sync(path, fsyncSync)
    }
    sync(this.dir, fsyncSync)
  }
}

function sync(path: string, how: (handle: number) => void): void {
  const handle = openSync(path, 'r')
  try {
    how(handle)
  } finally {
    closeSync(handle)
  }
}
