import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rehearse } from './run-child.ts'

const script = fileURLToPath(new URL('../../dist/server/simulate.js', import.meta.url))

describe('rehearse', () => {
  it('runs the residents in a child and ends with it', async () => {
    const lines: string[] = []
    // Nothing listens on the discard port of this machine: the residents wait at the door until they are sent away.
    const { finished, stop } = rehearse({
      script,
      url: 'http://127.0.0.1:9',
      code: '123456',
      participants: 500,
      log: (line) => lines.push(line),
    })
    await expect.poll(() => lines.join('\n'), { timeout: 15_000 }).toContain('100 simulated residents on their way')
    await stop()
    expect(await finished).toEqual({ ok: false })
    expect(lines.join('\n')).toContain('0 of 100 in')
  })

  it('says so when the program cannot be started', async () => {
    const lines: string[] = []
    const run = {
      script: '/nowhere/simulate.js',
      url: 'http://127.0.0.1:9',
      code: '123456',
      participants: 1,
    }
    const { finished } = rehearse({ ...run, log: (line) => lines.push(line) })
    expect(await finished).toEqual({ ok: false })
    expect(lines.join('\n')).toContain('Cannot find module')
  })
})
