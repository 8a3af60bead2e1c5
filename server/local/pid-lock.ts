import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Neither Redis nor PGlite locks its folder; two of them on one folder lose what was acknowledged, without a word. */
export type LockOutcome = { ok: true; lock: PidLock } | { ok: false; holder: number }

export interface PidLock {
  /** From now on the lock stands for that process, and ends with it. */
  handTo(pid: number): void
  release(): void
}

/** Takes the lock unless a living process has it; the lock of a dead one is put aside. */
export function takePidLock(file: string): LockOutcome {
  for (;;) {
    let mine = identityOf(process.pid)
    if (createWith(file, mine)) {
      return {
        ok: true,
        lock: {
          handTo(pid) {
            mine = identityOf(pid)
            writeFileSync(`${file}.${process.pid}`, mine)
            renameSync(`${file}.${process.pid}`, file)
          },
          release() {
            if (read(file) === mine) rmSync(file, { force: true })
          },
        },
      }
    }
    const found = read(file)
    if (found === undefined) continue
    const holder = Number(found.split(' ')[0])
    if (isAlive(found)) return { ok: false, holder }
    putAside(file, found)
  }
}

/** Written elsewhere first: a lock that appears always appears with its content. */
function createWith(file: string, content: string): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two starters can find the same dead lock: whoever moved away a newer one by mistake puts it back. */
function putAside(file: string, dead: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(file, aside)
    if (read(aside) !== dead) linkSync(aside, file)
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** `identity` is what `identityOf` said of a process when it wrote its lock. In doubt it lives: a lock is never stolen. */
export function isAlive(identity: string): boolean {
  const pid = Number(identity.split(' ')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return false
  const now = identityOf(pid)
  return now === identity || !identity.includes(' ') || !now.includes(' ')
}

/** A number alone is not enough: after a restart, in a container above all, another process soon has the same one. */
export function identityOf(pid: number): string {
  return [pid, ...startOf(pid)].join(' ')
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !startOf(pid).includes('ended')
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function startOf(pid: number): string[] {
  try {
    if (process.platform !== 'linux') {
      return [execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()]
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // After the name, which may itself hold spaces and brackets: state is the 1st field, start time the 20th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    // Ended, but nobody has asked for its exit code: stays so for ever in a container without an init.
    return fields[0] === 'Z' ? ['ended'] : [boot, fields[19]!]
  } catch {
    return []
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
