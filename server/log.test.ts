import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { tempFolder } from '../test/harness/services.ts'

// Written by a process of its own: what counts is what reaches standard error.
let program: string

beforeAll(async () => {
  const outDir = tempFolder('built')
  const entry = join(import.meta.dirname, 'log.ts')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, rolldownOptions: { output: { entryFileNames: 'log.mjs' } } },
  })
  program = join(outDir, 'log.mjs')
})

const written = (statement: string) => {
  const script = `import { createLog } from ${JSON.stringify(program)}; const log = createLog('info', 'hall'); ${statement}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
}

it('[LOG-1] goes to standard error, one JSON object a line; standard output stays empty', () => {
  const { stdout, stderr } = written("log.info('마당'); log.debug('unsaid')")
  expect(stdout).toBe('')
  expect(JSON.parse(stderr)).toMatchObject({ level: 30, name: 'hall', msg: '마당' })
})

it('[LOG-2] hides what opens doors, however it is wrapped', () => {
  const request = "{ headers: { cookie: 'geheim', authorization: 'geheim' }, auth: { token: 'geheim' } }"
  const { stderr } = written(`log.info({ req: ${request}, token: 'geheim', user: { password: 'geheim' } }, 'said')`)
  expect(stderr).toContain('said')
  expect(stderr).not.toContain('geheim')
})
