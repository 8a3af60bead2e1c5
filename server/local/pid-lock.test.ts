import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { end } from '../../test/harness/processes.ts'
import { atTheEnd, tempFolder } from '../../test/harness/services.ts'
import { identityOf, takePidLock, type PidLock } from './pid-lock.ts'
import { socketFolder } from './socket-folder.ts'

const newLock = () => {
  const file = tempFolder('a.lock')
  mkdirSync(dirname(file), { recursive: true })
  return file
}
const taken = (file: string): PidLock => {
  const outcome = takePidLock(file)
  if (!outcome.ok) throw new Error(`held by ${outcome.holder}`)
  return outcome.lock
}
const sleeper = (): ChildProcess & { pid: number } => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' }) as ChildProcess & { pid: number }
  atTheEnd(() => void child.kill('SIGKILL'))
  return child
}

describe('the lock of a folder', () => {
  it('[LOCAL-1] is held by one, and free again after that one has released it', () => {
    const file = newLock()
    const lock = taken(file)
    expect(takePidLock(file)).toEqual({ ok: false, holder: process.pid })
    lock.release()
    taken(file).release()
  })

  it('[LOCAL-2] stands for the process that it was handed to, and ends with it', async () => {
    const file = newLock()
    const child = sleeper()
    taken(file).handTo(child.pid)
    expect(takePidLock(file)).toEqual({ ok: false, holder: child.pid })
    await end(child.pid, 'SIGKILL')
    taken(file).release()
  })

  it('[LOCAL-3] another process that has the number of a dead holder does not count', () => {
    const file = newLock()
    const child = sleeper()
    writeFileSync(file, identityOf(child.pid).replace(/\d+$/, '1'))
    taken(file).release()
  })

  it('[LOCAL-4] a lock that says only a number is believed while that process lives', () => {
    const file = newLock()
    writeFileSync(file, String(sleeper().pid))
    expect(takePidLock(file).ok).toBe(false)
  })

  it('[LOCAL-5] an unreadable lock is put aside', () => {
    const file = newLock()
    writeFileSync(file, 'nonsense')
    taken(file).release()
  })
})

it('[LOCAL-6] sockets of different folders have different places, short enough for a socket', () => {
  const [one, two] = [tempFolder('가'), tempFolder('나'.repeat(60))]
  expect(socketFolder(one)).toBe(socketFolder(one))
  expect(socketFolder(one)).not.toBe(socketFolder(two))
  expect(Buffer.byteLength(`${socketFolder(two)}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107)
})
