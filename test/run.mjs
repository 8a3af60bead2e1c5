// What `npm test` runs, on a fresh clone as well: installs what is missing, builds, then format, lint, types and all tests.
// `--check` leaves out the tests but for the import directions. Other arguments go to vitest: `npm test -- server/redis`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build, checkNode, install, root, run, say } from '../server/prepare.mjs'

const isCheck = process.argv.includes('--check')
const filters = process.argv.slice(2).filter((arg) => arg !== '--check')
const results = []

try {
  checkNode()
  await install(true)
  if (!isCheck) await installParts()
} catch (error) {
  say(error.message)
  finish(1)
}

const bin = (name) => join(root, 'node_modules/.bin', name)
if (!isCheck) await step('build', () => build())
await step('format', () => run(bin('prettier'), ['--check', '--log-level', 'warn', '.']))
await step('lint', () => run(bin('eslint'), ['.']))
await step('types', () => run(bin('vue-tsc'), ['--noEmit']))
await tests()
finish()

/** A step counts as one test, passed or failed, by its name. */
async function step(name, work) {
  say(`\n── ${name}`)
  const began = performance.now()
  const failure = await work().then(
    () => undefined,
    (error) => error.message,
  )
  results.push({
    name,
    passed: failure ? 0 : 1,
    failed: failure ? 1 : 0,
    failures: failure ? [`${name}: ${failure}`] : [],
  })
  say(failure ? `${name} FAILED: ${failure}` : `${name} ok, ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

async function tests() {
  say('\n── tests')
  const folder = mkdtempSync(join(tmpdir(), 'madang-report-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = isCheck ? ['test/architecture.test.ts'] : filters
  const ended = await run(bin('vitest'), [...args, ...chosen]).then(
    () => true,
    () => false,
  )
  results.push(read(report, ended))
  rmSync(folder, { recursive: true, force: true })
}

/** A file that could not even be loaded has no tests to count: it is one failure. So is a run that broke off. */
function read(report, endedWell) {
  const name = 'tests'
  if (!existsSync(report)) return { name, passed: 0, failed: 1, failures: ['the test run broke off'] }
  const { numPassedTests: passed, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failures = testResults.flatMap(({ name: file, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${file.slice(root.length)} could not be run`]
    return failed.map(({ fullName }) => `${file.slice(root.length)}: ${fullName}`)
  })
  if (!endedWell && failures.length === 0) failures.push('an error outside of all tests')
  return { name, passed, failed: failures.length, failures }
}

function finish(failedBefore = 0) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, failedBefore)
  process.stdout.write('\n')
  for (const { name, passed, failed } of results)
    process.stdout.write(`${name.padEnd(8)} ${failed ? `${failed} FAILED` : `ok (${passed})`}\n`)
  for (const failure of results.flatMap(({ failures }) => failures)) process.stdout.write(`  ✗ ${failure}\n`)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exit(failed > 0 ? 1 : 0)
}

/** What tests start besides Node: a browser with Korean letters, a Redis, a PostgreSQL. */
async function installParts() {
  const parts = [
    { name: 'chromium', isThere: onPath('chromium') },
    { name: 'fonts-noto-cjk', isThere: existsSync('/usr/share/fonts/opentype/noto') },
    { name: 'redis-server', isThere: onPath('redis-server') },
    { name: 'poppler-utils', isThere: onPath('pdftotext') },
    { name: 'postgresql', isThere: hasPostgres() || onPath('initdb') },
  ]
  const missing = parts.filter(({ isThere }) => !isThere).map(({ name }) => name)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Error(`The tests also need ${missing.join(', ')}: please install.`)
  }
  say(`Installing ${missing.join(', ')} with apt-get …`)
  const apt = (...args) => run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args])
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...missing)
}

function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, name)))
}

function hasPostgres() {
  const base = '/usr/lib/postgresql'
  return existsSync(base) && readdirSync(base).some((version) => existsSync(join(base, version, 'bin/initdb')))
}
