import { readdirSync, readFileSync } from 'node:fs'

/* Of Linux, where clock ticks are hundredths of a second whatever the kernel's own. */
const TICK_MS = 10

/** CPU of a process with all its threads, in ms. */
export function cpuMs(pid: number): number {
  const fields = afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Resident memory in kB. */
export function memoryKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

/** The child of this process that runs this program. */
export function childNamed(pid: number, name: string): number | undefined {
  for (const entry of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const text = readFileSync(`/proc/${entry}/stat`, 'utf8')
      if (Number(afterName(text)[1]) === pid && text.includes(`(${name})`)) return Number(entry)
    } catch {
      // It ended meanwhile.
    }
  }
  return undefined
}

/** Files and sockets that one process may have open. */
export function openFilesLimit(): number {
  const [, soft] = /Max open files\s+(\d+|unlimited)/.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return soft === 'unlimited' ? Infinity : Number(soft)
}

/** A name may have spaces and brackets; what follows the last one is numbers. */
const afterName = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')
