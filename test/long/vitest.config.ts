import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = ['/0-offline', '/a-kills', '/simulation/']
const rank = ({ moduleId }: TestSpecification) => [...longest, ''].findIndex((name) => moduleId.includes(name))

/** What takes longest begins first. */
class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)))
  }
}

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    globalSetup: ['test/harness/global.ts'],
    include: ['test/long/*.long.ts', 'test/simulation/**/*.test.ts'],
    // One lane for what waits ten minutes, two for the rest.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // The runner ends it all.
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
  },
})
