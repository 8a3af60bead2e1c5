// What `npm start` runs: installs what is missing, builds what is stale, starts the server, and starts it again if it dies.
import { fork } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { prepare, root, say } from './prepare.mjs'

/** Starts in a row that did not get as far as serving. One that serves and is killed is always started again. */
const MOST_FAILED_STARTS = 5
/** Alive for so long counts as serving, should the server not say so. */
const SERVING_AFTER_MS = 10_000

let child
let hasStarted = false
let isStopping = false
let failedStarts = 0

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isStopping = true
    if (child) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    else process.exit(hasStarted ? 0 : 128 + constants.signals[signal])
  })
}

try {
  await prepare()
  hasStarted = true
  launch()
} catch (error) {
  say(error.message)
  process.exit(1)
}

function launch() {
  // A group of its own: Ctrl-C reaches the server once, through us, and it drains; twice would break that off.
  // The channel between us tells it when we are gone: it then stops as if it had been asked to.
  child = fork(join(root, 'dist/server/main.js'), process.argv.slice(2), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--enable-source-maps'],
    detached: true,
  })
  let isServing = false
  const serves = () => {
    isServing = true
    failedStarts = 0
  }
  const timer = setTimeout(serves, SERVING_AFTER_MS)
  child.once('message', serves)
  child.once('exit', (code, signal) => {
    clearTimeout(timer)
    child = undefined
    ended(code, signal, isServing)
  })
}

function ended(code, signal, wasServing) {
  const exitCode = code ?? 128 + constants.signals[signal]
  // 0: asked to stop. 2: wrong configuration, which a second attempt would not mend.
  if (isStopping || code === 0 || code === 2) process.exit(exitCode)
  if (!wasServing) failedStarts++
  if (failedStarts >= MOST_FAILED_STARTS) {
    say(`The server ended ${MOST_FAILED_STARTS} times before it could serve; giving up. The lines above say why.`)
    process.exit(exitCode)
  }
  say(`The server has ended (${signal ?? `exit code ${code}`}): starting it again.`)
  setTimeout(() => !isStopping && launch(), Math.min(1500, 100 * 2 ** failedStarts))
}
