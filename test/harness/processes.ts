import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Ends one process by its id and waits until it is gone. */
export async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(pid)) return
  process.kill(pid, signal)
  for (let round = 0; isRunning(pid) && round < 500; round++) await sleep(10)
}

/** Waits for a condition, never for a time. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, timeoutMs = 45_000): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`)
    await sleep(10)
  }
}
