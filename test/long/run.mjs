// What `npm run test:long` runs: the promises of reliability.md with their own numbers, within 20 minutes. Prints a table
// and, last on standard output, one JSON object; exits with 1 when a promise does not hold or was not proved.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { prepare, root, say } from '../../server/prepare.mjs'

const LONGEST_MS = 20 * 60_000
/** Tests that are stopped end what they started within this. */
const TO_TIDY_MS = 20_000
/** Worlds of the simulation: some seven ballots are cast in each. */
const SEEDS = process.env.SEEDS ?? '7500'
const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11']

const began = performance.now()
const seed = process.env.SEED ?? String(Date.now())
const folder = mkdtempSync(join(tmpdir(), 'madang-long-'))
const rowsFile = join(folder, 'rows.jsonl')
let running
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop())

try {
  await prepare({ withTools: true })
} catch (error) {
  say(error.message)
  finish(1)
}
say(`SEED=${seed}; ends within ${LONGEST_MS / 60_000} minutes`)
const tests = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.long.ts'))
// A storm of 10,000 has the machine to itself.
await vitest('joins', ['test/long/joins.long.ts'])
const others = tests.filter((name) => name !== 'joins.long.ts').map((name) => `test/long/${name}`)
await vitest('others', [...others, ...(existsSync(join(root, 'test/simulation')) ? ['test/simulation'] : [])])

const rows = summary()
print(rows)
const isKept = rows.every(({ holds }) => holds)
process.stdout.write(`${JSON.stringify({ seed, seconds: secondsSince(began), rows })}\n`)
finish(isKept ? 0 : 1)

async function vitest(name, files) {
  if (isStopping) return
  const args = ['run', '--config', 'test/long/vitest.config.ts', '--reporter=default', '--reporter=json']
  args.push(`--outputFile.json=${join(folder, `${name}.json`)}`, ...files)
  const env = { ...process.env, LONG_SEED: seed, LONG_ROWS: rowsFile, SEEDS }
  // To the simulation it would mean one world and no other.
  delete env.SEED
  // A group of its own, so that all of it can be ended.
  const child = spawn(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  running = { pid: child.pid, ended }
  const tooLong = setTimeout(() => void stop(), Math.max(0, began + LONGEST_MS - TO_TIDY_MS - performance.now()))
  await ended
  clearTimeout(tooLong)
}

/** The tests that run fail and end what they started; what does not is killed. */
async function stop() {
  if (isStopping || !running) return
  isStopping = true
  const { pid, ended } = running
  writeFileSync(`${rowsFile}.stop`, '')
  const hangs = setTimeout(() => process.kill(-pid, 'SIGKILL'), TO_TIDY_MS)
  await ended
  clearTimeout(hangs)
}

/** One row for each promise; the one about every seal is the sum of what all tests looked at. */
function summary() {
  const lines = existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').trim().split('\n') : []
  const found = [...lines.filter(Boolean).map((line) => JSON.parse(line)), ...simulated()]
  return PROMISES.map((promise) => {
    const mine = found.filter((row) => row.promise === promise)
    if (mine.length === 0) return { promise, number: '', found: 'not proved', seconds: 0, broken: [], holds: false }
    const broken = mine.flatMap((row) => row.broken)
    const words = promise === 'P5' ? `${sum(mine.map((row) => parseInt(row.found, 10)))} seals` : mine[0].found
    return { ...mine[0], found: words, broken, holds: broken.length === 0 }
  })
}

/** What the simulation says of itself: whether its tests passed. */
function simulated() {
  const file = join(folder, 'others.json')
  if (!existsSync(file)) return []
  const files = JSON.parse(readFileSync(file, 'utf8')).testResults.filter(({ name }) => name.includes('/simulation/'))
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length === 0) return []
  const failed = tests.filter(({ status }) => status === 'failed')
  const ms = sum(files.map(({ startTime, endTime }) => endTime - startTime))
  return [
    {
      promise: 'P3',
      number: `${SEEDS} simulated worlds of a vote with some 7 ballots each, 0 regressions`,
      found: `${tests.length - failed.length} of ${tests.length} tests of the simulation passed`,
      seconds: Math.round(ms / 1000),
      broken: failed.map(({ fullName }) => fullName),
    },
  ]
}

function print(rows) {
  process.stdout.write('\n')
  for (const { promise, number, found, seconds, broken, holds } of rows) {
    process.stdout.write(
      `${promise.padEnd(4)} ${holds ? 'holds ' : 'BROKEN'} ${String(seconds).padStart(4)} s  ${number}\n`,
    )
    process.stdout.write(`                    ${found}\n`)
    for (const what of broken.slice(0, 5)) process.stdout.write(`                    ✗ ${what}\n`)
  }
  process.stdout.write('\n')
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

function secondsSince(then) {
  return Math.round((performance.now() - then) / 1000)
}

function finish(code) {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
