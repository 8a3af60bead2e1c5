import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { limits } from '../../shared/base/limits.ts'

export interface RehearsalRun {
  /** address of this server, as seen from this machine */
  url: string
  /** six digits or the token in the QR code */
  code: string
  participants: number
  /** the built `simulate.js` */
  script: string
  log: (line: string) => void
}

export interface Rehearsal {
  /** when the residents have gone; says whether any of them was in */
  finished: Promise<{ ok: boolean }>
  /** send them away */
  stop: () => Promise<void>
}

/** A rehearsal lasts as long as its session; this only ends what was forgotten. */
const LONGEST_SECONDS = 4 * 60 * 60
const KILL_AFTER_MS = 4_000

/**
 * Send simulated residents into a session, in a process of their own, so that the server's event loop is only busy with
 * what phones would cost it. They stay until the session closes, and go when this process goes, however it goes.
 */
export function rehearse({ url, code, participants, script, log }: RehearsalRun): Rehearsal {
  const residents = String(Math.min(participants, limits.simulatedResidents))
  // A token may begin with a hyphen: it must not stand alone.
  const wanted = [`--url=${url}`, `--code=${code}`, `--participants=${residents}`, `--seconds=${LONGEST_SECONDS}`]
  const child = spawn(process.execPath, [script, ...wanted, '--stay'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface({ input: output }).on('line', log)
  }
  const finished = new Promise<{ ok: boolean }>((resolve) => {
    child.once('error', (error) => {
      log(error.message)
      resolve({ ok: false })
    })
    child.once('close', (code) => resolve({ ok: code === 0 }))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const tooLong = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
    await finished
    clearTimeout(tooLong)
  }
  return { finished, stop }
}
