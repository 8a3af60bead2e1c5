import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { end, isRunning, until } from '../harness/processes.ts'
import { atTheEnd, tempFolder } from '../harness/services.ts'

const source = join(import.meta.dirname, '../..')

/** A small house in a folder of its own: the real start, a server that only says that it is there, a build that copies it. */
class House {
  readonly root = tempFolder('우리 마당')
  process: ChildProcess | undefined
  said = ''

  constructor() {
    for (const folder of ['server', 'node_modules/vite/bin']) mkdirSync(join(this.root, folder), { recursive: true })
    for (const name of ['start.mjs', 'prepare.mjs'])
      copyFileSync(join(source, 'server', name), join(this.root, 'server', name))
    const nothingInstalled = JSON.stringify({ packages: { '': {} } })
    this.write('package-lock.json', nothingInstalled)
    this.write('node_modules/.package-lock.json', nothingInstalled)
    this.write('package.json', '{ "type": "module" }')
    this.write('vite.config.ts', '')
    this.write('tsconfig.json', '{}')
    this.write(
      'node_modules/vite/bin/vite.js',
      `import { appendFileSync, copyFileSync, mkdirSync } from 'node:fs'
       mkdirSync('dist/server', { recursive: true })
       copyFileSync('server/main.ts', 'dist/server/main.js')
       appendFileSync('builds', 'built ')`,
    )
    this.serve(`
      process.on('SIGTERM', () => setTimeout(() => { write('drained'); process.exit(0) }, 50))
      process.on('disconnect', () => { write('alone'); process.exit(0) })
      setInterval(() => undefined, 1000)
      began()
      process.send('ready')`)
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text)
  }

  serve(code: string): void {
    this.write(
      'server/main.ts',
      `import { appendFileSync } from 'node:fs'
       const write = (word) => appendFileSync('happened', word + ' ')
       const began = () => write('start:' + process.pid)\n${code}`,
    )
  }

  read(name: string): string {
    const file = join(this.root, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  get pids(): number[] {
    return [...this.read('happened').matchAll(/start:(\d+)/g)].map((found) => Number(found[1]))
  }

  start(...args: string[]): ChildProcess {
    const child = spawn(process.execPath, ['server/start.mjs', ...args], {
      cwd: this.root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr.on('data', (text: Buffer) => (this.said += text.toString()))
    this.process = child
    atTheEnd(async () => {
      if (child.exitCode === null) child.kill('SIGTERM')
      await this.ended(child)
    })
    return child
  }

  async ended(child = this.process!): Promise<number | NodeJS.Signals | null> {
    await until(() => child.exitCode !== null || child.signalCode !== null, 'the end of start.mjs')
    return child.exitCode ?? child.signalCode
  }

  isServing(starts: number): Promise<void> {
    return until(() => this.pids.length >= starts, `start number ${starts}`)
  }
}

describe('npm start', () => {
  let house: House
  beforeEach(() => {
    house = new House()
  })

  it('[START-1] builds at first, and again only when a source has changed', async () => {
    for (const [change, builds] of [
      ['', 1],
      ['', 1],
      ['// changed', 2],
    ] as const) {
      if (change) house.write('server/other.ts', change)
      house.start('--anything')
      await house.isServing(1)
      house.process!.kill('SIGTERM')
      expect(await house.ended()).toBe(0)
      expect(house.read('builds').trim().split(' ')).toHaveLength(builds)
      house.write('happened', '')
    }
  })

  it('[START-2] starts it again within two seconds, each time that it is killed', async () => {
    house.start()
    for (let n = 1; n <= 7; n++) {
      await house.isServing(n)
      const began = performance.now()
      await end(house.pids.at(-1)!, 'SIGKILL')
      await house.isServing(n + 1)
      expect(performance.now() - began).toBeLessThan(2000)
    }
  })

  it('[START-3] lets it drain once, and ends with its exit code', async () => {
    house.start()
    await house.isServing(1)
    house.process!.kill('SIGTERM')
    expect(await house.ended()).toBe(0)
    expect(house.read('happened')).toMatch(/drained $/)
    expect(house.pids).toHaveLength(1)
  })

  it('[START-4] does not try again what a wrong configuration ended', async () => {
    house.serve('began(); process.exit(2)')
    house.start()
    expect(await house.ended()).toBe(2)
    expect(house.pids).toHaveLength(1)
  })

  it('[START-5] gives up, and says so, when it never gets as far as serving', async () => {
    house.serve('began(); process.exit(1)')
    house.start()
    expect(await house.ended()).toBe(1)
    expect(house.pids).toHaveLength(5)
    expect(house.said).toMatch(/giving up/)
  })

  it('[START-6] killed itself, it leaves no server behind', async () => {
    house.start()
    await house.isServing(1)
    house.process!.kill('SIGKILL')
    await until(() => !isRunning(house.pids[0]!), 'the end of the server')
    expect(house.read('happened')).toMatch(/alone $/)
  })
})
