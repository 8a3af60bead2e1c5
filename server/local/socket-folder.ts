import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** The kernel's limit for the path of a unix socket. */
const LONGEST_PATH = 107
const LONGEST_NAME = '/.s.PGSQL.5432'.length

/**
 * Where the sockets of the embedded stores of one data folder are: in the temp folder, for data folders may have longer
 * paths than a socket can have. Ours alone: whoever could put a socket there first would be handed every ballot.
 */
export function socketFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)
  const user = userInfo()
  const own = `madang-${user.uid >= 0 ? user.uid : user.username}`
  const fits = (base: string) => Buffer.byteLength(join(base, own, name)) + LONGEST_NAME <= LONGEST_PATH
  const base = join(fits(tmpdir()) ? tmpdir() : '/tmp', own)
  const folder = join(base, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(base)
  if (!lstatSync(base).isDirectory() || (user.uid >= 0 && (uid !== user.uid || (mode & 0o077) !== 0))) {
    throw new Error(`${base} must be a folder that only ${user.username} can enter: remove it and start again`)
  }
  return folder
}

/** Leaves no empty folder behind; one that another store still has its socket in stays. */
export function leaveSocketFolder(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Not empty, or gone already: either way there is nothing to do.
  }
}
