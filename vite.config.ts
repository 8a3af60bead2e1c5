/// <reference types="vitest/config" />
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { compression } from 'vite-plugin-compression2'

// This file runs on a clone that has only the production dependencies: nothing from vitest may be imported for a value.
const root = fileURLToPath(new URL('.', import.meta.url))
const present = (files: string[]) => files.map((file) => join(root, file)).filter((file) => existsSync(file))
const named = (files: string[]) =>
  Object.fromEntries(present(files).map((file) => [basename(file).split('.')[0]!, file]))

const pages = ['client/index.html', 'client/staff.html', 'client/recount.html', 'client/gallery.html']
const programs = [
  'server/main.ts',
  'server/db/pglite-child.ts',
  'server/closing/seal-worker.ts',
  'server/closing/honest-worker.ts',
  'server/rehearsal/simulate.ts',
  'server/recount/recount.ts',
]

export default defineConfig(({ isSsrBuild, mode }) => ({
  root: mode === 'test' || isSsrBuild ? root : join(root, 'client'),
  appType: 'mpa',
  plugins: isSsrBuild
    ? []
    : [
        vue({ features: { optionsAPI: false } }),
        budget({ page: 'client/index.html', kilobytes: 70 }),
        compression({ algorithms: ['gzip', 'brotliCompress'], logLevel: 'silent' }),
      ],
  build: isSsrBuild
    ? {
        ssr: true,
        target: 'node20',
        outDir: join(root, 'dist/server'),
        emptyOutDir: true,
        rolldownOptions: {
          input: named(programs),
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
        },
      }
    : {
        target: ['chrome107', 'safari15', 'firefox107'],
        outDir: join(root, 'dist/client'),
        emptyOutDir: true,
        rolldownOptions: {
          input: present(pages),
          output: { codeSplitting: { groups: [{ name: partOfPhone(), debugName: 'shared' }] } },
        },
      },
  test: {
    globalSetup: present(['test/harness/global.ts']),
    // Two cores: files that each start a Redis and a database starve one another if all run at once.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,server,client}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/chaos/**', 'test/faults/**', 'test/bench/**'],
          // Two shared cores: what takes two seconds alone has been seen to take twenty.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          expect: { poll: { timeout: 10_000 } },
          // The README's pictures are taken on demand: PICTURES=1 npx vitest run test/e2e/pictures.ts
          include: ['test/{e2e,chaos,faults}/**/*.test.ts', ...(process.env.PICTURES ? ['test/e2e/pictures.ts'] : [])],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
}))

/**
 * What the phone shares with the staff pages is one file, and what is the phone's alone another: left to itself the
 * bundler makes a file for each set of pages that share a module, and 300 phones would ask a hall's network for 34 each.
 */
function partOfPhone() {
  let shared: Set<string> | undefined
  return (id: string, context: Rolldown.ChunkingContext): string | null => {
    const reach = (entry: string, isLazyToo: boolean) => {
      const found = new Set([join(root, 'client', entry)])
      for (const module of found) {
        const info = context.getModuleInfo(module)
        for (const next of info?.importedIds ?? []) found.add(next)
        if (isLazyToo) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next)
      }
      return found
    }
    if (!shared) {
      const others = new Set([...reach('staff.ts', true), ...reach('recount.ts', true), ...reach('gallery.ts', true)])
      shared = new Set([...reach('phone.ts', false)].filter((module) => others.has(module)))
    }
    return shared.has(id) ? 'shared' : null
  }
}

/** What a phone in the hall has to load before it shows anything: the page, its scripts and styles, and the first screen. */
function budget({ page, kilobytes }: { page: string; kilobytes: number }): Plugin {
  const isFirstScreen = (chunk: Rolldown.OutputChunk) =>
    chunk.moduleIds.some((id) => /\/client\/screens\/phone\//.test(id))
  const brotli = (content: string | Uint8Array) =>
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  return {
    name: 'budget',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const isPage = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
        file.type === 'chunk' && file.facadeModuleId === join(root, page)
      const needed = new Set(Object.keys(bundle).filter((name) => isPage(bundle[name]!)))
      // A Set hands out what is added while it is walked.
      for (const name of needed) {
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk') continue
        for (const next of chunk.imports) needed.add(next)
        for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style)
        for (const later of chunk.dynamicImports) {
          const target = bundle[later]
          if (target?.type === 'chunk' && isFirstScreen(target)) needed.add(later)
        }
      }
      const parts = [...needed].map((name) => bundle[name]!)
      const bytes = parts
        .map((part) => brotli(part.type === 'chunk' ? part.code : part.source))
        .reduce((a, b) => a + b, 0)
      const said = `${page}: ${(bytes / 1000).toFixed(1)} kB brotli of ${kilobytes} at first load (${parts.length} files)`
      if (bytes > kilobytes * 1000) this.error(`Over budget. ${said}`)
      this.info(said)
    },
  }
}
