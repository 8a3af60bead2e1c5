import { board } from './board.ts'
import { fanOut } from './fan-out.ts'
import { idle } from './idle.ts'
import { joins } from './joins.ts'
import { ranking } from './ranking/index.ts'
import { reconnect } from './reconnect.ts'
import { rush } from './rush.ts'
import { similarity } from './similarity/index.ts'
import { vote } from './vote.ts'

/* In the order in which they run. Each ends by itself; what hangs is ended. */
const benches = { 'fan-out': fanOut, vote, rush, joins, idle, reconnect, ranking, board, similarity }
type Name = keyof typeof benches
const LONGEST_MS = 8 * 60_000

const isName = (text: string): text is Name => Object.hasOwn(benches, text)

async function run(): Promise<void> {
  const wanted = process.argv.slice(2).filter((arg) => arg !== '--json')
  const unknown = wanted.find((arg) => !isName(arg))
  if (unknown !== undefined) {
    process.stderr.write(`There is no benchmark ${unknown}; there are ${Object.keys(benches).join(', ')}.\n`)
    process.exit(2)
  }
  const results: Record<string, unknown> = {}
  for (const name of (wanted.length > 0 ? wanted : Object.keys(benches)).filter(isName)) {
    const tooLong = setTimeout(() => {
      process.stderr.write(`${name} took longer than ${LONGEST_MS / 60_000} minutes\n`)
      process.exit(1)
    }, LONGEST_MS)
    const { text, rows } = await benches[name]()
    clearTimeout(tooLong)
    process.stdout.write(`${text}\n`)
    results[name] = rows
  }
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), node: process.version, ...results })}\n`)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
await run()
process.exit(0)
