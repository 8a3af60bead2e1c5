import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { endSharedPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what all test files of this run share. */
    runFolder: string
  }
}

const root = join(import.meta.dirname, '../..')

/** Runs once, before the first test file: builds what tests start as a process of its own, and cleans up after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-run-'))
  project.provide('runFolder', folder)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/test',
      emptyOutDir: false,
      rolldownOptions: {
        input: { 'pglite-child': join(root, 'server/db/pglite-child.ts') },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
  })
  return async () => {
    await endSharedPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
