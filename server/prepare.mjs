// Plain JavaScript without dependencies: this is what runs on a fresh clone, before there is anything else.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist/stamp')

/** To standard error: standard output belongs to what was asked for. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Installs what is missing and builds what is stale; `withTools` includes what only tests and checks need. */
export async function prepare({ withTools = false } = {}) {
  checkNode()
  await install(withTools)
  await build()
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`Madang needs Node 20.19 or later; this is ${process.versions.node}`)
}

export async function install(withTools) {
  if (isInstalled(withTools)) return
  const tools = withTools || isInstalled(true, 'any')
  say(`Installing the packages${tools ? '' : ' that the server needs'} (npm ci) …`)
  await run('npm', ['ci', '--no-audit', '--no-fund', ...(tools ? [] : ['--omit=dev'])])
}

/** npm keeps a list of what it has installed; it is compared with what package-lock.json asks for. */
function isInstalled(withTools, howMuch = 'all') {
  const file = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(file)) return false
  const installed = JSON.parse(readFileSync(file, 'utf8')).packages
  const asked = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  const isThere = ([path, { version }]) => installed[path]?.version === version
  const isNeeded = ([path, { optional, dev, devOptional, link }]) =>
    path !== '' && !optional && !link && (withTools || !(dev || devOptional))
  if (howMuch === 'any') return asked.filter(([, { dev }]) => dev).some(isThere)
  return asked.filter(isNeeded).every(isThere)
}

export async function build() {
  const wanted = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building …')
  rmSync(stamp, { force: true })
  const vite = (...args) =>
    run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', ...args])
  const hasPages = ['index', 'staff', 'gallery'].some((page) => existsSync(join(root, `client/${page}.html`)))
  await Promise.all([vite('--ssr'), hasPages && vite()])
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** By content, not by time: a checkout gives every file the time of the checkout. */
function hashOfSources() {
  const files = ['client', 'server', 'shared'].filter((folder) => existsSync(join(root, folder))).flatMap(filesIn)
  const hash = createHash('sha256')
  for (const file of [...files.sort(), 'vite.config.ts', 'tsconfig.json', 'package-lock.json']) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/(\.test\.ts|\.md|\.mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

/** Its standard output goes to standard error too; rejects when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${[command, ...args].join(' ')} failed (${signal ?? code})`))
    })
  })
}
