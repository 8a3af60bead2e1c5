// Runs one of our other programs, `node server/run.mjs simulate …`, on a fresh clone as well; standard output is the program's.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { prepare, root, say } from './prepare.mjs'

const [name, ...args] = process.argv.slice(2)
try {
  await prepare()
} catch (error) {
  say(error.message)
  process.exit(1)
}
const program = join(root, `dist/server/${name}.js`)
if (!name || !existsSync(program)) {
  say(`There is no program named ${name}.`)
  process.exit(2)
}
// Its arguments may be paths, seen from where the person is; npm goes to its own folder first.
const cwd = process.cwd() === resolve(root) ? (process.env.INIT_CWD ?? root) : process.cwd()
const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], { stdio: 'inherit', cwd })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
