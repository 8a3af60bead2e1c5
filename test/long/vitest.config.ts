import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By name: what waits longest begins first. */
class ByName extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1)))
  }
}

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    globalSetup: ['test/harness/global.ts'],
    include: ['test/long/*.long.ts', 'test/simulation/**/*.test.ts'],
    // One lane for what waits ten minutes, two for the rest.
    maxWorkers: 3,
    sequence: { sequencer: ByName },
    // The runner ends it all.
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
  },
})
