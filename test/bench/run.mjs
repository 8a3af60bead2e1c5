// What `npm run bench` runs: builds the program and the benchmarks where stale, then measures. Arguments: names, --json.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import { prepare, root, say } from '../../server/prepare.mjs'

try {
  await prepare({ withTools: true })
} catch (error) {
  say(error.message)
  process.exit(1)
}
const programs = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts'))
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/bench',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(programs.map((name) => [name.slice(0, -3), join(import.meta.dirname, name)])),
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
    },
  },
})
const child = spawn(process.execPath, [join(root, 'dist/bench/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
