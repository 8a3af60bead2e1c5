import { OptionError, parseOptions, usage, type Options } from './options.ts'
import { startSimulation } from './simulation.ts'
import { progressText, summaryText } from './summary-text.ts'

const PROGRESS_MS = 2_000

/** `npm run simulate`: the summary goes to standard output, everything else to standard error. */
async function run(options: Options): Promise<void> {
  const { participants, url, scenario, seed } = options
  const { finished, stop, measured } = startSimulation(options)
  let said = ''
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - measured.began) / 1000)
    const now = `${measured.joins.length} ${measured.onTheWay} ${measured.acked.issues} ${measured.acked.ballots}`
    if (now !== said) process.stderr.write(`${progressText(seconds, measured.joins.length, measured.acked)}\n`)
    said = now
  }, PROGRESS_MS)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  // Started by the program as its child: the residents go when it goes, however it went.
  if (process.connected) process.once('disconnect', stop)
  // Said when they can be called back: whoever reads it may do so at once.
  process.stderr.write(`${participants} simulated residents on their way to ${url} (${scenario}, seed ${seed})\n`)

  const summary = await finished
  clearInterval(progress)
  process.stdout.write(`${summaryText(summary)}\n`)
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`)
  process.exitCode = summary.joined > 0 ? 0 : 1
  if (process.connected) process.disconnect()
}

try {
  const options = parseOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(usage)
  else await run(options)
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
